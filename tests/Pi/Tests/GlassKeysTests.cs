using HilBench.Roles;

namespace HilBench.Pi.Tests;

/// <summary>What the scanner saw, found from the display of a meter that traces nothing.</summary>
public class GlassKeysTests
{
    private readonly GlassKeys _keys = new(enter: '#');

    [Fact]
    public void A_digit_that_appears_behind_the_others_was_pressed()
    {
        Assert.Equal("", See("10.0 kWh", ""));
        Assert.Equal("7", See("7", ""));
        Assert.Equal("7", See("77", ""));
        Assert.Equal("0", See("770", ""));
    }

    [Fact]
    public void Groups_and_a_second_line_are_one_entry()
    {
        Assert.Equal("123456789012", See("1234 5678 9012", ""));
        Assert.Equal("3", See("1234 5678 9012", "3"));
    }

    [Fact]
    public void An_answer_after_an_entry_is_the_Enter_key_and_what_follows_is_none()
    {
        See("12", "");
        Assert.Equal("#", See("Incomplete", ""));
        Assert.Equal("", See("Credit", "10.0 kWh"));
    }

    [Fact]
    public void Two_digits_at_once_are_both_told_so_that_no_single_press_is_believed()
    {
        See("1", "");
        Assert.Equal("12", See("112", ""));
    }

    [Fact]
    public void Digits_that_change_are_nobodys_key()
    {
        See("12", "");
        Assert.Equal("?", See("19", ""));
        Assert.Equal("?", See("1", ""));
    }

    [Fact]
    public void A_power_cut_forgets_what_was_typed()
    {
        See("12", "");
        _keys.Forget();
        Assert.Equal("", See("10.0 kWh", ""));
        Assert.Equal("5", See("5", ""));
    }

    private string See(string first, string second) =>
        _keys.Explain(new GlassPicture([first.PadRight(16), second.PadRight(16)], TimeSpan.Zero));
}
