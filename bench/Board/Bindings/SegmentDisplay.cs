using System.Device.I2c;
using HilBench.Roles;
using Iot.Device.Display;

namespace HilBench.Board;

/// <summary>
/// Eight digits of seven segments on two HT16K33, each by <see cref="Large4Digit7SegmentDisplay"/> of
/// Iot.Device.Bindings. That class never reads, so what stands there is what was written, or what a person says.
/// </summary>
/// <remarks>
/// The class lights the digits before it has cleared them: for the time of a transfer they show whatever the chip woke
/// with.
/// </remarks>
internal sealed class SegmentDisplay(Func<int, I2cDevice> open, SegmentWiring wiring) : ICharacterDisplay
{
    private const int DigitsOfAModule = SegmentWiring.Places / 2;

    private Large4Digit7SegmentDisplay[] _modules = [];
    private Segment[] _shown = new Segment[SegmentWiring.Places];

    public int Columns => SegmentWiring.Places;

    public int LineCount => 1;

    public bool CanReadBack => false;

    /// <exception cref="RigFaultException">A module does not answer.</exception>
    public void Initialise()
    {
        Dispose();
        _modules = [.. new[] { wiring.Left, wiring.Right }.Select(Module)];
        _shown = new Segment[SegmentWiring.Places];
    }

    public void Show(IReadOnlyList<string> lines)
    {
        if (_modules.Length == 0) throw new InvalidOperationException("The digits have not been initialised.");
        var wanted = SegmentText.Of(lines.Count > 0 ? lines[0] : "", SegmentWiring.Places);
        for (var module = 0; module < _modules.Length; module++)
        {
            var digits = wanted.AsSpan(module * DigitsOfAModule, DigitsOfAModule);
            if (digits.SequenceEqual(_shown.AsSpan(module * DigitsOfAModule, DigitsOfAModule))) continue;
            _modules[module].Write(digits);
            _modules[module].Flush();
        }

        _shown = wanted;
    }

    public IReadOnlyList<string> ReadBack() =>
        throw new InvalidOperationException("Nothing reads what the digits show.");

    public void Dispose()
    {
        foreach (var module in _modules) module.Dispose();
        _modules = [];
    }

    private Large4Digit7SegmentDisplay Module(int address)
    {
        var module = new Large4Digit7SegmentDisplay(new I2cPart(open(address), "the display's HT16K33"))
        {
            BufferingEnabled = true,
        };
        module.Clear();
        module.Flush();
        return module;
    }
}
