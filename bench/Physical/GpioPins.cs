using System.Device.Gpio;
using System.Device.Gpio.Drivers;
using System.Device.I2c;
using HilBench.Board;
using HilBench.Roles;

namespace HilBench.Physical;

/// <summary>
/// The pins of a real GPIO chip, through libgpiod and the kernel's character device. Whatever is wrong with them comes
/// back as one line that says what to do. When they are given back, every pin is an input first.
/// </summary>
public sealed class GpioPins : IDisposable
{
    /// <summary>Labels of the header's chip: Pi 1 to 4, and the RP1 of a Pi 5.</summary>
    private static readonly string[] PiLabels = ["pinctrl-bcm2835", "pinctrl-bcm2711", "pinctrl-rp1"];

    private const string Devices = "/dev";
    private const string DevicePattern = "gpiochip*";

    private readonly IReadOnlyList<int> _outputs;

    /// <summary>Pins that somebody else has opened a controller for, such as a test on emulated ones.</summary>
    public GpioPins(GpioController gpio, string chip, IReadOnlyList<int> outputs, I2cBus? i2c = null)
    {
        Gpio = gpio;
        I2c = i2c;
        Chip = chip;
        _outputs = outputs;
    }

    public GpioController Gpio { get; }

    /// <summary>The I2C bus, where the rig has chips on it.</summary>
    public I2cBus? I2c { get; }

    /// <summary>What a board hangs on.</summary>
    public BoardPins Board => new(Gpio, I2c);

    /// <summary>The chip as a person knows it: name, label, lines.</summary>
    public string Chip { get; }

    /// <summary>Opens the chip and finds every pin of the rig free, and every chip on I2C at its place.</summary>
    /// <param name="settings">The rig.</param>
    /// <param name="demandChips">False leaves it to the caller to ask who answers on I2C.</param>
    /// <param name="look">Who looks on, and on which clock; null when nobody does.</param>
    /// <exception cref="RigFaultException">One line: what is wrong and what to do.</exception>
    public static GpioPins Open(
        GpioRigSettings settings, bool demandChips = true, (IRigProbe Probe, IBenchClock Clock)? look = null)
    {
        DemandDevices();
        var chip = Choose(settings.Chip);
        var pins = settings.Pins();
        var last = pins.Max();
        if (last >= chip.NumLines)
            throw new RigFaultException($"GPIO: {chip.Name} has lines 0 to {chip.NumLines - 1}, the rig uses {last}");

        var driver = Try(() => NewDriver(chip));
        var gpio = look is { } by
            ? new ProbedGpio(driver, by.Probe, by.Clock, WireNames.OfProcessor(settings.Wiring))
            : new GpioController(driver);
        I2cBus? i2c = null;
        try
        {
            foreach (var pin in pins) DemandFree(gpio, pin, chip);
            i2c = settings.Chips().Count > 0 ? I2cBuses.OpenBus(settings.I2cBus) : null;
            if (i2c is not null && demandChips) I2cBuses.Demand(i2c, settings.I2cBus, settings.Chips());
            var name = $"{chip.Name} [{chip.Label}], {chip.NumLines} lines";
            return new GpioPins(gpio, name, settings.Outputs(), i2c);
        }
        catch
        {
            i2c?.Dispose();
            gpio.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Makes every driven pin that is still open an input: inputs drive nothing, whatever hangs on them. The kernel
    /// leaves a closed line as it was.
    /// </summary>
    public void LetGo()
    {
        foreach (var pin in _outputs.Where(Gpio.IsPinOpen)) Gpio.SetPinMode(pin, PinMode.Input);
    }

    public void Dispose()
    {
        Gpio.Dispose();
        I2c?.Dispose();
    }

    private static GpioDriver NewDriver(GpioChipInfo chip)
    {
        try
        {
            return new LibGpiodV2Driver(chip);
        }
        catch (Exception missing) when (IsMissingLibrary(missing))
        {
            return new LibGpiodDriver(chip);
        }
    }

    private static IList<GpioChipInfo> Chips()
    {
        try
        {
            return LibGpiodV2Driver.GetAvailableChips();
        }
        catch (Exception missing) when (IsMissingLibrary(missing))
        {
            return LibGpiodDriver.GetAvailableChips();
        }
    }

    private static GpioChipInfo Choose(string? wanted)
    {
        var chips = Try(Chips);
        var chosen = wanted is null
            ? chips.FirstOrDefault(chip => PiLabels.Contains(chip.Label))
            : chips.FirstOrDefault(chip => chip.Name == wanted || chip.Label == wanted);
        if (chosen is not null) return chosen;
        var there = string.Join(", ", chips.Select(chip => $"{chip.Name} [{chip.Label}]"));
        throw new RigFaultException(wanted is null
            ? $"GPIO: no chip of a Raspberry Pi here; name one as \"gpioChip\" in the rig file: {there}"
            : $"GPIO: there is no chip \"{wanted}\"; there are: {there}");
    }

    private static void DemandDevices()
    {
        var devices = Directory.GetFiles(Devices, DevicePattern);
        if (devices.Length == 0)
        {
            throw new RigFaultException(
                "GPIO: there is no /dev/gpiochip* on this machine; run on the Raspberry Pi, or use --rig virtual");
        }

        try
        {
            using var readable = new FileStream(devices[0], FileMode.Open, FileAccess.ReadWrite);
        }
        catch (UnauthorizedAccessException)
        {
            throw new RigFaultException(
                $"GPIO: no permission for {devices[0]}; add the user to group gpio (usermod -aG gpio NAME)");
        }
        catch (Exception odd) when (odd is IOException or NotSupportedException)
        {
            // A character device that .NET cannot treat as a file is there and allowed, which is all that was asked.
        }
    }

    private static void DemandFree(GpioController gpio, int pin, GpioChipInfo chip)
    {
        try
        {
            gpio.OpenPin(pin, PinMode.Input);
            gpio.ClosePin(pin);
        }
        catch (Exception wrong) when (wrong is not RigFaultException)
        {
            throw new RigFaultException(
                $"GPIO: pin {pin} of {chip.Name} cannot be opened ({OneLine(wrong)}); `gpioinfo` shows who holds it",
                wrong);
        }
    }

    private static T Try<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception missing) when (IsMissingLibrary(missing))
        {
            throw new RigFaultException(
                "GPIO: libgpiod is not installed; apt install libgpiod2 (or libgpiod3)", missing);
        }
        catch (Exception wrong) when (wrong is not RigFaultException)
        {
            throw new RigFaultException($"GPIO: the chip cannot be opened ({OneLine(wrong)})", wrong);
        }
    }

    private static bool IsMissingLibrary(Exception wrong) =>
        wrong is DllNotFoundException or EntryPointNotFoundException or PlatformNotSupportedException
        || (wrong.InnerException is { } inner && IsMissingLibrary(inner));

    /// <summary>The library appends its whole request to what was wrong with it.</summary>
    private static string OneLine(Exception wrong) =>
        wrong.Message.ReplaceLineEndings(" ").Split(", RequestConfig:")[0].Trim();
}
