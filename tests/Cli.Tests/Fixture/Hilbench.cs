using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text;

namespace HilBench.Cli.Tests.Fixture;

/// <summary>
/// The command line inside the process of the tests, which spares the 0.3 seconds a process needs to start. It is given
/// all that a process is given: words, standard streams, a current folder. These belong to the whole process, so one
/// run goes on at a time. <see cref="SameAsAProcessTests"/> holds it to what a process says.
/// </summary>
internal static class Hilbench
{
    private static readonly Lock OneAtATime = new();
    private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false);
    private static string? _neverEnded;

    // The parser asks the process for its name, and only once: here that would be the name of the test program.
    static Hilbench() => NameInHelp(null) = "hilbench";

    /// <summary>Runs to the end with nothing on standard input.</summary>
    public static Said Run(string folder, params string[] words) => Feed(folder, "", words);

    /// <summary>The same, of a program that was started or installed in another way.</summary>
    public static Said RunAs(Func<Surroundings, Surroundings> other, string folder, params string[] words) =>
        Feed(other, folder, "", words);

    /// <summary>Runs to the end with this text on standard input, byte for byte as UTF-8.</summary>
    public static Said Feed(string folder, string input, params string[] words) =>
        Feed(static usual => usual, folder, input, words);

    private static Said Feed(
        Func<Surroundings, Surroundings> how, string folder, string input, params string[] words)
    {
        lock (OneAtATime)
        {
            Assert.True(_neverEnded is null, $"an earlier test still runs: hilbench {_neverEnded}");
            using var pipes = new Pipes(Plain.GetBytes(input), folder, how);
            var run = Task.Factory.StartNew(() => CommandLine.Run(words), TaskCreationOptions.LongRunning);
            if (Task.WaitAny([run], HilbenchProcess.Patience) < 0)
            {
                _neverEnded = string.Join(' ', words);
                Assert.Fail($"hilbench did not end within {HilbenchProcess.Patience.TotalSeconds} s.");
            }

            return new Said(run.GetAwaiter().GetResult(), pipes.Out, pipes.Error);
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.StaticField, Name = "_executableName")]
    private static extern ref string? NameInHelp(RootCommand? command);

    /// <summary>What a process owns and this run borrows.</summary>
    private sealed class Pipes : IDisposable
    {
        private readonly PipeEnd _out = new();
        private readonly PipeEnd _error = new();
        private readonly (TextReader In, TextWriter Out, TextWriter Error) _before =
            (Console.In, Console.Out, Console.Error);
        private readonly Surroundings _surroundings = Surroundings.Current;
        private readonly string _folder = Directory.GetCurrentDirectory();

        public Pipes(byte[] input, string folder, Func<Surroundings, Surroundings> how)
        {
            var standardInput = new PipeEnd(input);
            Surroundings.Current = how(new Surroundings
            {
                Program = "dotnet",
                Folder = _surroundings.Folder,
                SearchPath = "",
                IsInputRedirected = true,
                IsOutputRedirected = true,
                IsErrorRedirected = true,
                OpenInput = () => standardInput,
                OpenOutput = () => _out,
            });
            Console.SetIn(new StreamReader(standardInput, Plain, detectEncodingFromByteOrderMarks: false));
            Console.SetOut(new StreamWriter(_out, Plain) { AutoFlush = true });
            Console.SetError(new StreamWriter(_error, Plain) { AutoFlush = true });
            Directory.SetCurrentDirectory(folder);
        }

        public string Out => Plain.GetString(_out.ToArray());

        public string Error => Plain.GetString(_error.ToArray());

        public void Dispose()
        {
            Directory.SetCurrentDirectory(_folder);
            Console.SetIn(_before.In);
            Console.SetOut(_before.Out);
            Console.SetError(_before.Error);
            Surroundings.Current = _surroundings;
        }
    }
}
