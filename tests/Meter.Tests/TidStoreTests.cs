using HilBench.Tokens;

namespace HilBench.Meter.Tests;

public class TidStoreTests
{
    [Fact]
    public void A_token_of_a_store_is_used_one_below_its_smallest_is_old_and_a_gap_is_fresh()
    {
        var store = TidStore.Holding(50, 2000, 5000, 6000);
        Assert.Equal(TidVerdict.Old, store.Judge(new(1999)));
        Assert.Equal(TidVerdict.Used, store.Judge(new(2000)));
        Assert.Equal(TidVerdict.Fresh, store.Judge(new(2001)));
        Assert.Equal(TidVerdict.Used, store.Judge(new(5000)));
        Assert.Equal(TidVerdict.Fresh, store.Judge(new(5500)));
        Assert.Equal(TidVerdict.Fresh, store.Judge(new(TokenIdentifier.LargestValue)));
    }

    [Fact]
    public void A_store_as_made_holds_the_manufacturing_date_in_every_place()
    {
        var store = TidStore.AsMade(50, new(1000));
        Assert.Equal(50, store.Entries.Length);
        Assert.Equal(TidVerdict.Old, store.Judge(new(999)));
        Assert.Equal(TidVerdict.Used, store.Judge(new(1000)));
        Assert.Equal(TidVerdict.Fresh, store.Judge(new(1001)));
    }

    [Fact]
    public void A_full_store_forgets_its_smallest_and_what_lies_below_the_next_one_is_old()
    {
        var store = TidStore.Holding(3, 10, 20, 30).With(new(25));
        Assert.Equal([20, 25, 30], store.Entries.ToArray());
        Assert.Equal(TidVerdict.Old, store.Judge(new(10)));
        Assert.Equal(TidVerdict.Old, store.Judge(new(15)));
        Assert.Equal(TidVerdict.Used, store.Judge(new(20)));
    }

    [Fact]
    public void A_gap_below_all_others_but_the_smallest_takes_its_place()
    {
        var store = TidStore.Holding(3, 10, 20, 30).With(new(15));
        Assert.Equal([15, 20, 30], store.Entries.ToArray());
    }

    [Fact]
    public void Places_as_made_make_room_one_by_one_so_that_fifty_purchases_in_any_order_are_taken()
    {
        var store = TidStore.AsMade(50, new(1000));
        for (var tid = 1050; tid > 1000; tid--)
        {
            Assert.Equal(TidVerdict.Fresh, store.Judge(new(tid)));
            store = store.With(new(tid));
        }

        Assert.Equal(TidVerdict.Old, store.Judge(new(1000)));
        Assert.Equal(Enumerable.Range(1001, 50), store.Entries.ToArray());
    }

    [Fact]
    public void After_a_key_change_that_clears_it_nothing_is_old_or_used_not_even_the_first_minute()
    {
        var store = TidStore.Empty(50);
        Assert.Equal(TidVerdict.Fresh, store.Judge(new(0)));
        Assert.Equal(TidVerdict.Fresh, store.With(new(90)).Judge(new(80)));
    }

    [Fact]
    public void A_given_store_larger_than_the_profile_is_kept_whole()
    {
        var store = TidStore.Holding(2, 3, 1, 2);
        Assert.Equal([1, 2, 3], store.Entries.ToArray());
    }

    [Fact]
    public void Stores_are_equal_by_what_they_hold()
    {
        Assert.Equal(TidStore.Holding(5, 2, 1), TidStore.Holding(5, 1, 2));
        Assert.NotEqual(TidStore.Holding(5, 1, 2), TidStore.Holding(6, 1, 2));
        Assert.NotEqual(TidStore.Holding(5, 1, 2), TidStore.Holding(5, 1, 3));
    }

    [Fact]
    public void A_store_that_has_just_become_full_calls_what_lies_below_it_old_so_that_nothing_used_is_pushed_out()
    {
        var store = TidStore.Empty(2).With(new(10)).With(new(20));

        Assert.Equal(TidVerdict.Old, store.Judge(new(5)));
        Assert.Equal(TidVerdict.Used, store.Judge(new(10)));
        Assert.Equal(TidVerdict.Fresh, store.Judge(new(15)));
    }

    [Fact]
    public void A_store_without_places_or_with_more_entries_than_places_cannot_be_made()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => TidStore.Empty(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => TidStore.Restore(2, 0, [1, 2, 3]));
    }

    [Fact]
    public void A_store_given_empty_calls_nothing_old_and_every_store_prints_what_it_is()
    {
        Assert.Equal(TidStore.Empty(5), TidStore.Holding(5));
        Assert.Equal("2 of 5 TIDs, old below 7", TidStore.Holding(5, 9, 7).ToString());
    }
}
