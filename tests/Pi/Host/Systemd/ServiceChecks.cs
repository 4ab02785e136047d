using System.Diagnostics;
using System.Globalization;
using HilBench.Meter;
using HilBench.Scenarios.World;
using HilBench.Tokens;
using HilBench.Vending;

namespace HilBench.Pi;

/// <summary>
/// What the docs promise about the service: it is installed by the commands of the page, starts by itself, keeps its
/// record through a stop, a kill and a power cut, leaves its pins as inputs, and is not restarted where only a person
/// can help.
/// </summary>
internal sealed class ServiceChecks(ServiceMachine machine, Checklist list)
{
    private const string Unit = "hilbench";
    private const string OwnRig = "/etc/hilbench/rig.json";
    private const string SlowRule = "/etc/udev/rules.d/10-slow.rules";
    private const string SlowUdev = "/usr/local/sbin/slow-udev";
    private const string DropIn = "/etc/systemd/system/hilbench.service.d/test.conf";

    /// <summary>An emulated processor needs some 7 s from the start of the program to the glass.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(10);
    private static readonly string[] Slots = ["slot-a.bin", "slot-b.bin"];

    private readonly VendingStation _station = new(StaTables.Sample, seed: 1);
    private readonly MeterProfile _profile = MeterProfile.Generic;
    private EnergyAmount _credit = EnergyAmount.FromKwh(10);

    private string Idle => FormattableString.Invariant($"{_credit.TenthsOfKwh / 10m:0.0} kWh");

    public void Run(IReadOnlyList<string> install)
    {
        Install(install);
        Confined();
        var first = Vend(25.6m);
        Accepts(first);
        Holds("the record on the disk");
        StopsAndStarts(first);
        IsRevived("kill -9", "kill -KILL", "signal");
        IsRevived("a main loop that stands still", "kill -STOP", "watchdog");
        LeftToAPerson();
        KeepsToItself(first);
        machine.Do($"echo 'SUBSYSTEM==\"gpio\", PROGRAM=\"{SlowUdev}\"' > {SlowRule} && sync");
        var second = Vend(40);
        Accepts(second);
        PowerCut(second);
        KeepsToItself(second);
        list.Is(machine.Findings.Count == 0, machine.Findings.Count == 0
            ? "the panel has nothing to complain of in all this"
            : $"the panel complains: {machine.Findings[0]} and {machine.Findings.Count - 1} more");
    }

    private void Install(IReadOnlyList<string> lines)
    {
        var begin = Stopwatch.GetTimestamp();
        machine.PowerOn();
        var state = machine.Do("systemctl is-system-running --wait");
        list.Is(state.Text == "running", Taken($"Debian is {state.Text}", Stopwatch.GetElapsedTime(begin)));
        Checklist.Title("installed by the lines of the docs");
        foreach (var line in lines)
        {
            var said = machine.Do($"runuser -u pi -- sh -c '{line}'");
            list.Is(said.IsDone, said.IsDone ? line : $"{line}: {said.Text}");
        }

        var verified = machine.Do($"systemd-analyze verify {Unit}.service");
        list.Is(verified is { IsDone: true, Lines.Count: 0 }, $"systemd-analyze verify: {Quoted(verified.Text)}");
        var security = machine.Do($"systemd-analyze security {Unit} | tail -n 1").Text;
        list.Is(security.Contains(" SAFE") || security.Contains(" OK"), $"systemd-analyze security: {security}");
        ShowsCredit("its credit is on the glass", TimeSpan.Zero);
        Checklist.Draw(machine.Picture);
    }

    /// <summary>Which user the service runs as, and that it can do no more than a meter must.</summary>
    private void Confined()
    {
        var process = $"/proc/{Pid()}";
        var user = machine.Do($"stat -c %U:%G {process}").Text;
        list.Is(user == "hilbench:hilbench", $"it runs as {user}");
        var status = machine.Do($"grep -E '^(CapEff|NoNewPrivs|Seccomp):' {process}/status | tr -d '\\t'").Text;
        list.Is(
            status == "CapEff:0000000000000000 / NoNewPrivs:1 / Seccomp:2", $"it can do nothing else: {status}");
        var state = machine.Do($"stat -c '%U:%G %a' {ServiceMachine.StateFolder}").Text;
        list.Is(state == "hilbench:hilbench 700", $"its record is in {ServiceMachine.StateFolder}, {state}");
        var slots = machine.Do($"cd {ServiceMachine.StateFolder} && stat -c '%n %U %a' *").Text;
        list.Is(slots == string.Join(" / ", Slots.Select(slot => $"{slot} hilbench 600")), $"there: {slots}");
        var opened = machine.Do($"readlink {process}/fd/* | grep ^/dev/ | sort -u").Text;
        list.Is(opened.Contains("/dev/gpiochip0"), $"devices it has open: {opened}");
    }

    private void Accepts(Slip slip)
    {
        var at = machine.ChangedAt;
        machine.Type(slip.Token + "#");
        list.Is(machine.Shows(_profile.Words.Accept, at, Patience), "a token typed on the pad: Accept");
        _credit = EnergyAmount.FromKwh(_credit.TenthsOfKwh / 10m + slip.KWh);
    }

    private void Holds(string what)
    {
        var stored = machine.Stored?.Credit.Shown;
        list.Is(stored == _credit, $"{what}: {stored}");
    }

    private void IsUsed(Slip slip)
    {
        var at = machine.ChangedAt;
        machine.Type(slip.Token + "#");
        list.Is(machine.Shows(_profile.Words.Used, at, Patience), "the same token again: Used");
        ShowsCredit("then the credit", at);
    }

    private void StopsAndStarts(Slip slip)
    {
        Checklist.Title("systemctl stop, start");
        ShowsCredit("the credit after the answer", TimeSpan.Zero);
        var outputs = machine.Rig.Outputs();
        list.Is(
            machine.Driven.SetEquals(outputs) && machine.StillDriven.Count > 0 && machine.LoadIsClosed,
            $"so far it has driven {Numbers(machine.Driven)}, and the load switch is closed");
        var begin = Stopwatch.GetTimestamp();
        var stop = machine.Do($"systemctl stop {Unit}");
        var took = Stopwatch.GetElapsedTime(begin);
        list.Is(stop.IsDone && took < StopsWithin, Taken("it stops", took));
        var ended = Ended();
        list.Is(ended == "success 0 inactive", $"how it ended: {ended}");
        machine.CatchUp();
        list.Is(machine.StillDriven.Count == 0, $"driven pins afterwards: {Numbers(machine.StillDriven)}");
        var said = Journal();
        list.Is(said[^1] == "stopped; the pins are inputs", $"the journal ends: {said[^1]}");
        Holds("the record is whole");

        var at = machine.ChangedAt;
        begin = Stopwatch.GetTimestamp();
        var start = machine.Do($"systemctl start {Unit}");
        list.Is(start.IsDone, Taken("systemctl start returns", Stopwatch.GetElapsedTime(begin)));
        var shown = machine.Shows(Idle, at, TimeSpan.FromSeconds(2));
        list.Is(shown, $"then at once the glass shows {string.Join('|', machine.Glass)}");
        IsUsed(slip);
    }

    private void IsRevived(string what, string how, string result)
    {
        Checklist.Title(what);
        var (before, restarts) = (Pid(), Restarts());
        var at = machine.ChangedAt;
        var begin = Stopwatch.GetTimestamp();
        machine.Do($"{how} {before}");
        var isBack = machine.Shows(Idle, at, Patience);
        var took = Stopwatch.GetElapsedTime(begin);
        list.Is(isBack, Taken($"the credit is back ({string.Join('|', machine.Glass)})", took));
        machine.Do($"until systemctl -q is-active {Unit}; do sleep 0.2; done");
        list.Is(Pid() != before && Restarts() == restarts + 1, $"restarts so far: {Restarts()}");
        var why = machine.Do($"journalctl -u {Unit} -o cat | grep -c \"with result '{result}'\"").Text;
        list.Is(why == "1", $"the journal says why: {result}");
    }

    private void LeftToAPerson()
    {
        Checklist.Title("what is not tried again");
        machine.Do($"systemctl stop {Unit}");
        machine.Do($"mkdir -p /etc/hilbench $(dirname {DropIn})");
        FaultyRig("a wrong rig file", 2, "did you mean \"clock\"?", "echo '{ \"clok\": \"wall\" }'");
        FaultyRig(
            "I2C chips that are not there", 3, "does not answer at 0x20",
            "sed 's/\"i2cBus\": 1/\"i2cBus\": 0/' /opt/hilbench/rigs/raspberry-pi-i2c.json");
        Faulty(
            "no gpiochip", 3, "there is no /dev/gpiochip*", "mv /dev/gpiochip0 /dev/gone",
            "mv /dev/gone /dev/gpiochip0");
        Faulty(
            "no permission", 3, "no permission for /dev/gpiochip0", "chgrp root /dev/gpiochip0",
            "chgrp gpio /dev/gpiochip0");
        var at = machine.ChangedAt;
        list.Is(machine.Do($"systemctl start {Unit}").IsDone, "put right, it starts");
        ShowsCredit("with its credit", at);
    }

    /// <summary>A rig file of one's own, configured as the unit says.</summary>
    private void FaultyRig(string what, int code, string says, string write)
    {
        var start = $"[Service]\\nExecStart=\\nExecStart=/opt/hilbench/hilbench meter --rig {OwnRig}\\n";
        Faulty(
            what, code, says, $"{write} > {OwnRig} && printf '{start}' > {DropIn} && systemctl daemon-reload",
            $"rm {DropIn} && systemctl daemon-reload");
    }

    private void Faulty(string what, int code, string says, string spoil, string mend)
    {
        machine.Do(spoil);
        var start = machine.Do($"systemctl start {Unit}");
        machine.Wait(TimeSpan.FromSeconds(5));
        var ended = Ended();
        list.Is(
            !start.IsDone && ended == $"exit-code {code} failed" && Restarts() == 0,
            $"{what}: systemctl start fails; {ended}; restarts {Restarts()}");
        var said = Journal();
        list.Is(said.Count == 1 && said[0].Contains(says), $"the journal: {string.Join(" / ", said)}");
        machine.Do(mend);
    }

    private void PowerCut(Slip slip)
    {
        Checklist.Title(
            "the plug is pulled while the glass says Accept; then the unit starts before udev has given out the pins");
        machine.Cut();
        Holds("the record on the disk");
        var begin = Stopwatch.GetTimestamp();
        machine.PowerOn();
        var isBack = machine.Shows(Idle, TimeSpan.Zero, Patience);
        var took = Stopwatch.GetElapsedTime(begin);
        list.Is(isBack, Taken($"it is back by itself ({string.Join('|', machine.Glass)})", took));
        Checklist.Draw(machine.Picture);
        IsUsed(slip);
        var waited = machine.Do($"journalctl -b -u {Unit} -o cat | grep -c 'meter on gpiochip0'").Text;
        list.Is(waited == "1" && Restarts() == 0, $"started once: {waited}, restarts {Restarts()}");
        var failed = machine.Do("systemctl list-units --failed --plain --no-legend").Text;
        list.Is(failed.Length == 0, $"units that failed at boot: {Quoted(failed)}");
    }

    private void KeepsToItself(Slip slip)
    {
        var log = machine.Do($"journalctl -u {Unit} -o cat").Text;
        list.Is(
            log.Contains("answer ") && !log.Contains(slip.Token), "the journal has the answers and not the token");
    }

    private void ShowsCredit(string what, TimeSpan after)
    {
        var isShown = machine.Shows(Idle, after, Patience);
        list.Is(isShown, $"{what}: {string.Join('|', machine.Glass)}");
    }

    private Slip Vend(decimal kWh)
    {
        var token = _station.Credit(new MeterDescription().Key, EnergyAmount.FromKwh(kWh), Bench.Begins);
        return new Slip(token.Number.ToString(), kWh);
    }

    private string Pid() => Show("MainPID");

    private int Restarts() => int.Parse(Show("NRestarts"), CultureInfo.InvariantCulture);

    private string Ended() => $"{Show("Result")} {Show("ExecMainStatus")} {Show("ActiveState")}";

    private string Show(string property) => machine.Do($"systemctl show -P {property} {Unit}").Text;

    /// <summary>What the program itself has said since it was last started.</summary>
    private IReadOnlyList<string> Journal() =>
        machine.Do($"journalctl -o cat _SYSTEMD_INVOCATION_ID={Show("InvocationID")}").Lines;

    /// <summary>What the customer bought.</summary>
    private sealed record Slip(string Token, decimal KWh);

    private static string Numbers(IReadOnlySet<int> pins) =>
        pins.Count == 0 ? "none" : string.Join(", ", pins.Order());

    private static string Quoted(string text) => text.Length == 0 ? "nothing" : text;

    private static string Taken(string what, TimeSpan took) =>
        FormattableString.Invariant($"{what} after {took.TotalSeconds:0.0} s");
}
