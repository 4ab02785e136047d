using CsCheck;
using HilBench.Tokens;

namespace HilBench.Meter.Tests.Properties;

/// <summary>Compares the TID store with a list that is searched from one end to the other.</summary>
public class TidStoreProperties
{
    private const int RollOver = -1;

    /// <summary>Mostly close to one another, so that they collide; now and then a rollover.</summary>
    private static readonly Gen<int> Step = Gen.Frequency((20, Gen.Int[0, 40]), (1, Gen.Const(RollOver)));

    [Fact]
    public void The_store_judges_every_sequence_of_tokens_as_a_plain_list_does() =>
        Gen.Select(Gen.Int[1, 8], Gen.Int[0, 20], Step.Array[0, 60]).Sample((capacity, made, steps) =>
        {
            var store = TidStore.AsMade(capacity, new TokenIdentifier(made));
            var list = Enumerable.Repeat(made, capacity).ToList();
            var floor = made;
            foreach (var step in steps)
            {
                if (step == RollOver)
                {
                    (store, floor) = (TidStore.Empty(capacity), 0);
                    list.Clear();
                    continue;
                }

                var limit = list.Count == capacity ? list.Min() : floor;
                var expected = step < limit ? TidVerdict.Old
                    : list.Contains(step) ? TidVerdict.Used
                    : TidVerdict.Fresh;
                Assert.Equal(expected, store.Judge(new TokenIdentifier(step)));
                if (expected != TidVerdict.Fresh) continue;
                store = store.With(new TokenIdentifier(step));
                list.Add(step);
                if (list.Count <= capacity) continue;
                list.Remove(list.Min());
                floor = list.Min();
            }

            Assert.Equal(list.Order(), store.Entries.ToArray());
        });

    [Fact]
    public void A_token_that_was_taken_is_never_fresh_again() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[0, 30].Array[1, 40]).Sample((capacity, tids) =>
        {
            var store = TidStore.Empty(capacity);
            var taken = new HashSet<int>();
            foreach (var tid in tids)
            {
                if (store.Judge(new TokenIdentifier(tid)) != TidVerdict.Fresh) continue;
                Assert.True(taken.Add(tid), $"TID {tid} was taken twice");
                store = store.With(new TokenIdentifier(tid));
            }
        });
}
