using HilBench.Roles;

namespace HilBench.Rig.Tests.Virtual;

/// <summary>What the bench can do to a meter besides pressing keys and switching the mains.</summary>
public class WorldFaultTests
{
    public static TheoryData<string> Rigs => new("pins", "alone");

    [Theory]
    [MemberData(nameof(Rigs))]
    public void A_meter_whose_store_was_spoilt_says_memory_fault_and_stays_with_it(string kind)
    {
        using var rig = On(kind);
        rig.Mains.Fail();
        rig.SpoilStore();
        Assert.Null(rig.Stored);

        rig.Mains.Return();
        rig.Type("12#");
        Assert.Equal("Memory fault", rig.Glass.WaitUntilSettled().Lines[0].Trim());
    }

    [Theory]
    [MemberData(nameof(Rigs))]
    public void A_store_is_not_spoilt_under_power(string kind)
    {
        using var rig = On(kind);
        Assert.Throws<RigFaultException>(rig.SpoilStore);
        Assert.NotNull(rig.Stored);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    public void Contacts_chatter_as_long_as_they_are_told_and_still_give_one_digit_each(int milliseconds)
    {
        using var rig = SampleMeter.OnPins();
        rig.Keypad.SetBounce(TimeSpan.FromMilliseconds(milliseconds));
        rig.Type("1223");
        Assert.Equal("1223", rig.Glass.WaitUntilSettled().Lines[0].Trim());
    }

    [Fact]
    public void The_model_alone_has_no_contacts_that_could_chatter()
    {
        using var rig = SampleMeter.Alone();
        Assert.Throws<StimulusNotDeliveredException>(() => rig.Keypad.SetBounce(TimeSpan.FromMilliseconds(5)));
    }

    private static IMeterRig On(string kind) => kind == "pins" ? SampleMeter.OnPins() : SampleMeter.Alone();
}
