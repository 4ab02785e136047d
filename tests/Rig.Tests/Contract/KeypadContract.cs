using HilBench.Rig.Tests.Physical;
using HilBench.Rig.Tests.Virtual;
using HilBench.RigFiles;
using HilBench.Roles;

namespace HilBench.Rig.Tests.Contract;

/// <summary>
/// What every keypad promises a scenario, whoever presses and whatever its contacts are connected to: its receipts are
/// true.
/// </summary>
public sealed class KeypadContract : IDisposable
{
    private const string Crosspoint = """
        { "clock": "virtual", "keypad": { "kind": "KEYPAD", PINS "idle": "edges" },
          "display": { "kind": "virtual" }, "press": { "kind": "adg2128" } }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("hilbench-keypad-").FullName;
    private readonly List<IDisposable> _open = [];

    public static TheoryData<string> Kinds => KernelPins.AreHere ? [KernelPins.Kind] : [.. ElsewhereKinds];

    private static string[] ElsewhereKinds =>
    [
        "none", "virtual", "virtual-i2c", "adg2128", "adg2128-i2c", "serial-panel", "split", "pi", "pi-i2c",
        "pi-adg2128", StockDrivers.OnExpander,
    ];

    /// <summary>No rig on real pins can switch the mains, and a keypad unit has batteries.</summary>
    public static TheoryData<string> KindsWithMains =>
    [
        .. Kinds.Select(kind => kind.Data)
            .Where(kind => kind is not (KernelPins.Kind or "split"))
            .Where(kind => !kind.StartsWith("pi", StringComparison.Ordinal)),
    ];

    /// <summary>An operator is never asked to hold a key down.</summary>
    public static TheoryData<string> KindsThatHold =>
    [
        .. Kinds.Select(kind => kind.Data)
            .Where(kind => kind is not ("pi" or "pi-i2c" or "serial-panel" or KernelPins.Kind)),
    ];

    public void Dispose()
    {
        foreach (var one in _open) one.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_key_is_one_delivered_press_with_a_receipt_in_order(string kind)
    {
        var keypad = Build(kind).Keypad;
        Assert.Equal("123456789*0#", keypad.Keys);
        foreach (var key in keypad.Keys)
        {
            var receipt = keypad.Press(key);
            Assert.True(receipt.IsDelivered);
            Assert.Equal(key, receipt.Key);
            Assert.True(receipt.SeenAt >= receipt.PressedAt);
        }

        Assert.Equal(keypad.Keys, string.Concat(keypad.Log.Select(receipt => receipt.Key)));
        Assert.All(keypad.Log, receipt => Assert.NotEqual(ReceiptWitness.Nobody, receipt.Witness));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Two_presses_of_a_key_are_two_digits_for_the_meter(string kind)
    {
        var rig = Build(kind);
        var mark = rig.Glass.Mark();
        rig.Keypad.Press('7');
        rig.Keypad.Press('7');
        rig.Keypad.Press('3');
        rig.WaitFor("773", mark);
        Assert.Equal("773", rig.Glass.WaitUntilSettled().Lines[0].Trim());
        Assert.Empty(rig.Findings);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_key_that_is_not_there_is_not_delivered_and_says_which_are(string kind)
    {
        var keypad = Build(kind).Keypad;
        var wrong = Assert.Throws<StimulusNotDeliveredException>(() => keypad.Press('x'));
        Assert.Equal("key 'x'", wrong.Stimulus);
        Assert.Contains("123456789*0#", wrong.Why);
        keypad.Press('1');
        Assert.True(keypad.Log[^1].IsDelivered);
    }

    [Theory]
    [MemberData(nameof(KindsWithMains))]
    public void Without_mains_no_press_is_delivered_and_the_reason_is_the_mains(string kind)
    {
        var rig = Build(kind);
        rig.Mains.Fail();
        var wrong = Assert.Throws<StimulusNotDeliveredException>(() => rig.Keypad.Press('1'));
        Assert.Equal("the mains is off", wrong.Why);
        Assert.False(rig.Keypad.Log[^1].IsDelivered);
        rig.Mains.Return();
        Assert.True(rig.Keypad.Press('1').IsDelivered);
    }

    [Theory]
    [MemberData(nameof(KindsThatHold))]
    public void A_key_that_is_held_down_is_one_digit_until_it_is_let_go_and_pressed_again(string kind)
    {
        var rig = Build(kind);
        var mark = rig.Glass.Mark();
        Assert.True(rig.Keypad.HoldDown('5').IsDelivered);
        rig.Clock.Wait(TimeSpan.FromSeconds(1));
        rig.Keypad.LetGo('5');
        rig.Keypad.Press('5');
        rig.WaitFor("55", mark);
        Assert.Equal("55", rig.Glass.WaitUntilSettled().Lines[0].Trim());
    }

    private IMeterRig Build(string kind)
    {
        var rig = kind switch
        {
            KernelPins.Kind => Kernel(new KernelPad()),
            "pi" => Pi(new EmulatedPi()),
            "pi-i2c" => Pi(new EmulatedPi(EmulatedPi.OverI2c)),
            "pi-adg2128" => Pi(new EmulatedPi(EmulatedPi.WithCrosspoint)),
            "adg2128" => Made(FromText(Crosspoint.Replace("KEYPAD", "virtual").Replace("PINS", ""))),
            "adg2128-i2c" => Made(FromText(Crosspoint.Replace("KEYPAD", "mcp23017")
                .Replace("PINS", "\"rows\": [0, 1, 2, 3], \"columns\": [8, 9, 10], \"interrupt\": 25,"))),
            StockDrivers.OnExpander => Made(FromText(StockDrivers.RigWithExpander)),
            _ => Made(Rigs.Load(kind)),
        };
        rig.Mains.Return();
        rig.Glass.WaitUntilSettled();
        return rig;
    }

    private IMeterRig Made(RigPlan plan)
    {
        var rig = plan.Build(seed: 1);
        _open.Add(rig);
        rig.Manufacture(SampleMeter.Registers());
        return rig;
    }

    private RigPlan FromText(string json)
    {
        var file = Path.Combine(_folder, "rig.json");
        File.WriteAllText(file, json);
        return Rigs.Load(file);
    }

    private IMeterRig Kernel(KernelPad pad)
    {
        _open.Add(pad);
        return pad.Rig;
    }

    private IMeterRig Pi(EmulatedPi pi)
    {
        _open.Add(pi);
        return pi.Rig;
    }
}
