using System.Text.Json;
using HilBench.Input;
using HilBench.Meter;
using HilBench.Rig.Virtual;
using HilBench.RigFiles;
using HilBench.Roles;
using HilBench.Tokens;

namespace HilBench.Rig.Tests.Files;

public sealed class RigFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hilbench-files-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_shipped_rig_says_what_the_settings_say_by_themselves()
    {
        var plan = Assert.IsType<VirtualPlan>(Rigs.Load("virtual"));
        var like = new VirtualRigSettings();
        Assert.Equal(like.Wiring.Keypad.Rows, plan.Settings.Wiring.Keypad.Rows);
        Assert.Equal(like.Wiring.Keypad.Columns, plan.Settings.Wiring.Keypad.Columns);
        Assert.Equal(like.Wiring.Keypad.Legend, plan.Settings.Wiring.Keypad.Legend);
        Assert.Equal(like.Wiring.Display, plan.Settings.Wiring.Display);
        Assert.Equal(like.Wiring.LoadSwitch, plan.Settings.Wiring.LoadSwitch);
        Assert.Equal(like.Keypad, plan.Settings.Keypad);
        Assert.Equal(like.Press, plan.Settings.Press);
        Assert.Equal(like.StoreAddress, plan.Settings.StoreAddress);
        Assert.Equal(like.Seed, plan.Seed);
    }

    [Fact]
    public void The_shipped_generic_profile_is_the_one_built_into_the_model() =>
        Assert.Equivalent(MeterProfile.Generic, ProfileFiles.Load("generic"), strict: true);

    [Fact]
    public void The_rigs_a_person_may_name_are_none_and_the_shipped_files() =>
        Assert.Equal(
            [
                "none", "raspberry-pi", "raspberry-pi-i2c", "raspberry-pi-loop", "raspberry-pi-segments",
                "serial-panel", "split", "split-serial", "token-port", "token-port-relay", "virtual", "virtual-i2c",
                "virtual-loop", "virtual-relay", "virtual-segments",
            ],
            Rigs.Names);

    [Fact]
    public void An_empty_file_is_the_default_rig() =>
        Assert.Equal(new VirtualRigSettings().Press, Assert.IsType<VirtualPlan>(Load("{}")).Settings.Press);

    [Theory]
    [InlineData("{\n  \"keypda\": {}\n}", ":2: unknown setting \"keypda\"; did you mean \"keypad\"? allowed: ")]
    [InlineData("{ \"press\": {\n \"gapms\": 3 } }", ":2: unknown setting \"press.gapms\"; did you mean \"gapMs\"? ")]
    [InlineData("{\"xyzzy\": 1}", ":1: unknown setting \"xyzzy\"; allowed: ")]
    [InlineData(
        "{\"meter\": {\n\n\"kind\": \"process\"}}",
        ":3: meter.kind \"process\" is not in this version; allowed: model, split, token-port")]
    [InlineData(
        "{\"clock\": \"wall\"}",
        ":1: clock \"wall\" with keypad.kind \"virtual\" is a rig with a real display only: say which")]
    [InlineData(
        "{\"clock\": \"virtual\",\n\"keypad\": {\"kind\": \"gpio\"}}",
        ":1: clock \"virtual\" does not go with keypad.kind \"gpio\"; allowed: wall")]
    [InlineData(
        "{\"keypad\": {\"kind\": \"mcp23017\", \"address\": 64}}",
        ":1: keypad.address is 64; allowed: a whole number from 32 to 39")]
    [InlineData(
        "{\"keypad\": {\"kind\": \"mcp23017\", \"rows\": [0,1,2,3], \"columns\": [7,8,9]}}",
        "GPA7 cannot be an input on newer chips, so it cannot be a column")]
    [InlineData(
        "{\"keypad\": {\"kind\": \"mcp23017\", \"rows\": [0,1,2,3], \"columns\": [8,9,16]}}",
        "an MCP23017 has lines 0 to 15, not 16")]
    [InlineData(
        "{\"display\": {\"kind\": \"pcf8574\", \"address\": 48}}",
        "no PCF8574 answers to 0x30; allowed: 0x20 to 0x27 and 0x38 to 0x3F")]
    [InlineData("{\"display\": {\"kind\": \"pcf8574\", \"enable\": 9}}", "a PCF8574 has lines 0 to 7, not 9")]
    [InlineData("{\"display\": {\"kind\": \"pcf8574\", \"enable\": 3}}", "a pin is used twice")]
    [InlineData(
        "{\"clock\": \"wall\", \"keypad\": {\"kind\": \"mcp23017\", \"address\": 39, \"rows\": [0,1,2,3],"
        + "\"columns\": [8,9,10]}, \"display\": {\"kind\": \"pcf8574\"}}",
        "the keypad's MCP23017 and the display's PCF8574 cannot both answer to 0x27")]
    [InlineData(
        "{\"press\": {\"kind\": \"adg2128\", \"rows\": [0,1]}}",
        "press.rows names 2 lines, the pad has 4 rows")]
    [InlineData(
        "{\"press\": {\"kind\": \"adg2128\", \"bounceMs\": 3}}",
        "press.bounceMs does not go with press.kind \"adg2128\"; it belongs to hand")]
    [InlineData("{\"press\": {\"kind\": \"adg2182\"}}", "press.kind is \"adg2182\"; did you mean \"adg2128\"?")]
    [InlineData(
        "{\"keypad\": {\"kind\": \"gpio\"}, \"display\": {\"kind\": \"gpio\", \"readBy\": \"panel\"}}",
        "display.readBy \"panel\" needs R/W wired")]
    [InlineData(
        "{\"clock\": \"vitrual\"}",
        ":1: clock is \"vitrual\"; did you mean \"virtual\"? allowed: virtual, wall")]
    [InlineData("{\"seed\": 1.5}", ":1: seed is 1.5; allowed: a whole number from 0 to ")]
    [InlineData("{\"loadSwitch\": 28}", ":1: loadSwitch is 28; allowed: a whole number from 0 to 27")]
    [InlineData("{\"press\": []}", ":1: press is an empty list; allowed: an object { … }")]
    [InlineData("{\"press\": {\"pressMs\": null}}", ":1: press.pressMs is null; allowed: a number from 0.1 to 60000")]
    [InlineData("{\"seed\": 1,\n\"seed\": 2}", ":2: \"seed\" stands in this group twice")]
    [InlineData("", ":1: this is not a file of settings: it must begin with { and end with }")]
    [InlineData("[]", ":1: this is not a file of settings: it must begin with { and end with }")]
    [InlineData(
        "{\"seed\": ture}",
        ":1: not JSON: a word that is not true, false or null; a text stands between double quotes")]
    [InlineData("{\"seed\": 1e999}", ":1: a number with too many digits")]
    [InlineData("{\n\"gpioChip\": \"\\uD800\"}", ":2: a text with a broken character in it")]
    [InlineData("{\"loadSwitch\": 5}", "pin 5 is used twice")]
    [InlineData("{\"buzzer\": 26}", "pin 26 is used twice")]
    [InlineData("{\"leds\": {\"load\": 9, \"fault\": 9}}", "pin 9 is used twice")]
    [InlineData("{\"leds\": {\"lowcredit\": 9}}", "leds.lowcredit\"; did you mean \"lowCredit\"")]
    [InlineData(
        "{\n\"keypad\": {\"rows\": [5, 6, 13]}}",
        ":2: keypad, for profile \"generic\": the legend has 4 rows, the wiring 3")]
    [InlineData("{\"keypad\": {\"legend\": [\"123\"]}}", "the legend has 1 rows, the wiring 4")]
    [InlineData("{\"keypad\": {\"settlingScanMs\": 15}}", "settlingScanMs is more than half of debounceMs")]
    [InlineData("{\"display\": {\"data\": [1,2,3]}}", "display.data has 3 pins; allowed: 4, D4 to D7")]
    [InlineData("{\"display\": {\n\"columns\": 20}}", "display is 20x2, but profile \"generic\" wants 16x2")]
    [InlineData(
        "{\n\"profile\": \"genric\"}",
        ":2: there is no profile \"genric\"; did you mean \"generic\"? allowed: ")]
    [InlineData("{\"profile\": \"./mine.json\"}", "mine.json: there is no such profile file")]
    [InlineData(
        "{\"keypad\": {\n\"driver\": \"iot-bindings\"}}",
        ":2: keypad.driver does not go with keypad.kind \"virtual\"; it belongs to mcp23017")]
    [InlineData(
        "{\"display\": {\"driver\": \"iot-binding\"}}",
        ":1: display.driver is \"iot-binding\"; did you mean \"iot-bindings\"? allowed: own, iot-bindings")]
    [InlineData(
        "{\"keypad\": {\"kind\": \"mcp23017\",\n\"driver\": \"mine\"}}",
        ":2: keypad.driver is \"mine\"; allowed: iot-bindings, own")]
    [InlineData(
        "{\n\"display\": {\"kind\": \"ht16k33\"}}",
        ":2: display: digits of two HT16K33 show 8x1, but profile \"generic\" wants 16x2")]
    [InlineData(
        "{\"profile\": \"clou\",\n\"display\": {\"kind\": \"ht16k33\", \"addresses\": [112]}}",
        ":2: display.addresses has 1; allowed: 2, the left digits first")]
    [InlineData(
        "{\"profile\": \"clou\",\n\"display\": {\"kind\": \"ht16k33\", \"addresses\": [112, 112]}}",
        "display: both modules cannot answer to 0x70")]
    [InlineData(
        "{\"profile\": \"clou\", \"display\": {\"kind\": \"ht16k33\",\n\"addresses\": [32, 33]}}",
        ":2: display.addresses[0] is 32; allowed: a whole number from 112 to 119")]
    [InlineData(
        "{\"profile\": \"clou\", \"keypad\": {\"kind\": \"gpio\"},\n\"display\": {\"kind\": \"ht16k33\"}}",
        ":2: display.readBy: nothing reads digits on an HT16K33 back; allowed: operator, or shadow, which is no proof")]
    [InlineData(
        "{\"profile\": \"clou\", \"keypad\": {\"kind\": \"gpio\"}, \"press\": {\"kind\": \"adg2128\"},\n"
        + "\"display\": {\"kind\": \"ht16k33\", \"readBy\": \"operator\"}}",
        "the left digits' HT16K33 and the crosspoint switch ADG2128 cannot both answer to 0x70")]
    [InlineData("{\n\"mains\": \"relay\"}", ":2: mains \"relay\" needs mainsRelay with its line, such as ")]
    [InlineData(
        "{\n\"mainsRelay\": {\"line\": 0}}",
        ":2: mainsRelay needs mains \"relay\", or it would not be switched")]
    [InlineData(
        "{\"mains\": \"relay\", \"mainsRelay\": {\n\"line\": 16}}",
        ":2: mainsRelay.line is 16; allowed: a whole number from 0 to 15")]
    [InlineData(
        "{\"mains\": \"relay\", \"mainsRelay\": {\n\"lines\": 1}}",
        ":2: unknown setting \"mainsRelay.lines\"; did you mean \"line\"? allowed: ")]
    [InlineData(
        "{\"keypad\": {\"kind\": \"gpio\"},\n\"mains\": \"relay\", \"mainsRelay\": {\"line\": 1}}",
        ":2: mains \"relay\" does not go with keypad.kind \"gpio\"; allowed: none")]
    [InlineData(
        "{\"meter\": {\"kind\": \"token-port\"},\n\"mains\": \"relay\", \"mainsRelay\": {\"line\": 1}}",
        ":2: mains \"relay\" does not go with meter.port \"virtual\"; allowed: none")]
    [InlineData(
        "{\"meter\": {\"kind\": \"token-port\"},\n\"load\": \"test-loop\", "
        + "\"testLoop\": {\"volts\": 12, \"milliamps\": 100}}",
        ":2: testLoop does not go with meter.kind \"token-port\"")]
    [InlineData(
        "{\n\"load\": \"test-loop\"}",
        ":2: load \"test-loop\" needs testLoop with its volts and milliamps, such as ")]
    [InlineData(
        "{\"load\": \"test-loop\",\n\"testLoop\": {\"volts\": 12}}",
        ":2: load \"test-loop\" needs testLoop with its volts and milliamps, such as ")]
    [InlineData(
        "{\n\"testLoop\": {\"volts\": 12, \"milliamps\": 100}}",
        ":2: testLoop needs load \"test-loop\", or it would not be looked at")]
    [InlineData(
        "{\"load\": \"test-loop\", \"testLoop\": {\n\"volts\": 230, \"milliamps\": 100}}",
        ":2: testLoop.volts is 230; allowed: a number from 5 to 24")]
    [InlineData(
        "{\"load\": \"test-loop\",\n\"testLoop\": {\"volts\": 12, \"milliamps\": 1}}",
        ":2: testLoop: 1 mA make 0.1 mV across a shunt of 100 mΩ; allowed: 1 to 63 mV")]
    [InlineData(
        "{\"load\": \"test-loop\", \"testLoop\": {\n\"address\": 32, \"volts\": 12, \"milliamps\": 100}}",
        ":2: testLoop.address is 32; allowed: a whole number from 64 to 71")]
    [InlineData("{\n\"staTables\": \"tables.json\"}", "rig.json:2: staTables: ")]
    [InlineData("{\n\"staTables\": \"tables.json\"}", "tables.json: there is no such file")]
    [InlineData("{\n\"profile\": \"none.json\"}", "rig.json:2: profile: ")]
    [InlineData("{\n\"profile\": \"none.json\"}", "none.json: there is no such profile file")]
    [InlineData(
        "{\"meter\": {\"kind\": \"token-port\",\n\"firstTokenAt\": \"2024-02-30\"}}",
        ":2: meter.firstTokenAt: there is no 30 February 2024: the month has 29 days")]
    [InlineData(
        "{\"leavesOut\": [\"contcats\"]}",
        ":1: leavesOut[0] is \"contcats\"; did you mean \"contacts\"? allowed: contacts, keys that stay down, ")]
    [InlineData(
        "{\"leavesOut\": [\"contacts\",\n5]}",
        ":2: leavesOut[1] is 5; allowed: contacts, keys that stay down, ")]
    [InlineData("{\"leavesOut\": []}", ":1: leavesOut is an empty list; allowed: a list of: contacts, ")]
    [InlineData("{\"leavesOut\": \"contacts\"}", ":1: leavesOut is \"contacts\"; allowed: a list of: contacts, ")]
    [InlineData(
        "{\"keypad\": {\"rows\": [5, 28]}}", ":1: keypad.rows[1] is 28; allowed: a whole number from 0 to 27")]
    [InlineData("{\"keypad\": {\"rows\": [5.5]}}", ":1: keypad.rows[0] is 5.5; allowed: a whole number from 0 to 27")]
    [InlineData(
        "{\"keypad\": {\"kind\": \"virtual\"}, \"display\": {\"kind\": \"virtual\"},\n\"clock\": \"wall\"}",
        ":2: clock \"wall\" does not go with display.kind \"virtual\", which is emulated; allowed: virtual")]
    [InlineData(
        "{\"keypad\": {\"kind\": \"mcp23017\"}, \"display\": {\"kind\": \"virtual\"},\n\"clock\": \"wall\"}",
        ":2: clock \"wall\" does not go with display.kind \"virtual\", which is emulated; allowed: virtual")]
    public void A_wrong_file_gets_one_line_that_says_where_and_what_is_allowed(string json, string expected)
    {
        var message = Assert.Throws<SettingsException>(() => Load(json)).Message;
        Assert.Contains(expected, message);
        Assert.DoesNotContain('\n', message);
        Assert.Contains(".json", message);
    }

    [Theory]
    [InlineData("number")]
    [InlineData("supplyGroup")]
    [InlineData("tariffIndex")]
    [InlineData("firstTokenAt")]
    [InlineData("tokenRegister")]
    public void A_long_text_of_a_file_is_told_by_its_beginning(string name)
    {
        var json = $$"""{"meter": {"kind": "token-port", "{{name}}": "{{new string('7', 5_000)}}"} }""";
        Assert.InRange(Assert.Throws<SettingsException>(() => Load(json)).Message.Length, 1, 300);
    }

    [Fact]
    public void A_rig_says_what_its_scenarios_may_ask_for()
    {
        Assert.Contains(Capability.Contacts, Rigs.Load("virtual").Capabilities);
        Assert.DoesNotContain(Capability.Contacts, ModelPlan.Alone.Capabilities);
        Assert.Contains(Capability.LongTimes, ModelPlan.Alone.Capabilities);
    }

    [Fact]
    public void A_rig_has_a_buzzer_and_lamps_when_its_file_names_their_pins()
    {
        Assert.Contains(Capability.Buzzer, Rigs.Load("virtual").Capabilities);
        var silent = Load("{\"buzzer\": null, \"leds\": {\"load\": 9}}").Capabilities;
        Assert.DoesNotContain(Capability.Buzzer, silent);
        Assert.Contains(Capability.Leds, silent);
        Assert.DoesNotContain(Capability.Leds, Load("{}").Capabilities);
    }

    [Fact]
    public void What_digits_show_is_asked_of_an_operator_or_of_nobody()
    {
        const string Digits = """
            { "profile": "clou", "keypad": { "kind": "gpio" }, "display": { "kind": "ht16k33", "readBy": "WHO" } }
            """;
        var seen = Load(Digits.Replace("WHO", "operator"));
        Assert.Contains(Capability.Glass, seen.Capabilities);
        Assert.Null(seen.Caveat);
        var unseen = Load(Digits.Replace("WHO", "shadow"));
        Assert.DoesNotContain(Capability.Glass, unseen.Capabilities);
        Assert.Equal("the glass is the shadow of what was written, unproven", unseen.Caveat);
    }

    [Fact]
    public void A_profile_that_digits_cannot_show_is_refused_before_the_meter_is_built()
    {
        var plan = Rigs.Load("virtual-segments");
        Assert.Equal(
            "display: digits of two HT16K33 show 8x1, but profile \"generic\" wants 16x2",
            Assert.Throws<SettingsException>(() => (plan with { Profile = MeterProfile.Generic }).Build(1)).Message);
        var words = plan.Profile.Words with { Accept = "Wow" };
        Assert.Equal(
            "display: profile \"clou\" says \"Wow\", and seven segments cannot show 'W'",
            Assert.Throws<SettingsException>(
                () => (plan with { Profile = plan.Profile with { Words = words } }).Build(1)).Message);
    }

    [Fact]
    public void A_name_that_does_not_exist_is_answered_with_the_nearest_one()
    {
        var message = Assert.Throws<SettingsException>(() => Rigs.Load("virtul")).Message;
        Assert.Contains(
            "there is no rig \"virtul\"; did you mean \"virtual\"? allowed: none, raspberry-pi, "
            + "raspberry-pi-i2c, raspberry-pi-loop, raspberry-pi-segments, serial-panel, split, split-serial, "
            + "token-port, token-port-relay, virtual, virtual-i2c, virtual-loop, virtual-relay, virtual-segments, "
            + "or a file NAME.json; looked in ",
            message);
    }

    [Fact]
    public void A_shipped_rig_is_found_by_its_file_name_from_anywhere()
    {
        var plan = Rigs.Load("serial-panel.json");
        Assert.Equal("serial-panel", plan.Name);
        Assert.Equal(
            [
                Capability.Contacts, Capability.HeldKeys, Capability.Buzzer, Capability.Leds, Capability.KeypadFaults,
                Capability.DisplayFaults, Capability.PortNoise, Capability.Split,
                Capability.MeasuringUnit,
            ],
            plan.LeavesOut);
        var message = Assert.Throws<SettingsException>(() => Rigs.Load("./serial-panel.json")).Message;
        Assert.StartsWith("./serial-panel.json: there is no such rig file; looked in ", message);
    }

    [Fact]
    public void Tables_are_looked_for_beside_the_rig_file()
    {
        var turned = StaTables.Sample.Permutation.Reverse().Select(place => (int)place);
        Write("tables.json", JsonSerializer.Serialize(new
        {
            sub1 = StaTables.Sample.Substitution1.Select(nibble => (int)nibble),
            sub2 = StaTables.Sample.Substitution2.Select(nibble => (int)nibble),
            perm = turned,
        }));
        var plan = Load("{\"staTables\": \"tables.json\"}");
        Assert.Equal(StaTables.Sample.Permutation.Reverse(), plan.Tables.Permutation);
    }

    [Theory]
    [InlineData(
        "{\"words\": {\n\"accept\": \"Thank you very much\"}}",
        ":2: words.accept is 19 characters long; allowed: up to 16")]
    [InlineData("{\"words\": {\"half\": \"Next\"}}", "words.half must hold {0}")]
    [InlineData("{\"words\": {\"half\": \"{0}{\"}}", "words.half may hold {0} and no other braces")]
    [InlineData("{\"codeOrder\": \"some\"}", "codeOrder is \"some\"; allowed: any, first-code-first")]
    [InlineData("{\"tidStoreSize\": 0}", "tidStoreSize is 0; allowed: a whole number from 1 to 128")]
    public void A_wrong_profile_is_refused_with_its_reason(string json, string expected) =>
        Assert.Contains(
            expected, Assert.Throws<SettingsException>(() => ProfileFiles.Load(Write("p.json", json))).Message);

    [Fact]
    public void A_profile_without_a_window_waits_for_ever()
    {
        var file = Write("mine.json", "{\"keyChangeWindowSeconds\": null, \"halfShown\": \"taken\"}");
        var profile = ProfileFiles.Load(file);
        Assert.Null(profile.KeyChangeWindow);
        Assert.Equal(HalfShown.Taken, profile.HalfShown);
        Assert.Equal("mine", profile.Name);
    }

    [Fact]
    public void The_schema_knows_every_setting_of_the_shipped_files()
    {
        using var schema = JsonDocument.Parse(Rigs.Schema());
        var known = schema.RootElement.GetProperty("properties");
        var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip };
        using var rig = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "rigs", "virtual.json")), options);
        Assert.All(
            rig.RootElement.EnumerateObject(), setting => Assert.True(known.TryGetProperty(setting.Name, out _)));
        Assert.Equal(
            "integer", known.GetProperty("keypad").GetProperty("properties").GetProperty("rows").GetProperty("items")
                .GetProperty("type").GetString());
    }

    private RigPlan Load(string json) => Rigs.Load(Write("rig.json", json));

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
