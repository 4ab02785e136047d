using System.Diagnostics;
using HilBench.Input;

namespace HilBench.Rig.Tests.Files;

/// <summary>Whatever a person names as a file is read soon, or refused in one line that tells why.</summary>
public sealed class InputFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hilbench-input-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_is_read_to_its_last_byte()
    {
        var bytes = Enumerable.Range(0, 200_000).Select(i => (byte)(i * 7 & 0xFF)).ToArray();
        File.WriteAllBytes(At("file"), bytes);
        Assert.Equal(bytes, InputFile.Read(At("file")));
        File.WriteAllBytes(At("empty"), []);
        Assert.Empty(InputFile.Read(At("empty")));
        File.CreateSymbolicLink(At("link"), At("file"));
        Assert.Equal(bytes, InputFile.Read(At("link")));
        using var piecewise = InputFile.Open(At("file"));
        Assert.Equal(bytes[0], piecewise.ReadByte());
    }

    [Fact]
    public void A_file_may_be_as_long_as_said_and_no_longer()
    {
        File.WriteAllBytes(At("most"), new byte[2_000_000]);
        Assert.Equal(2_000_000, InputFile.Read(At("most"), megabytes: 2).Length);
        File.WriteAllBytes(At("more"), new byte[2_000_001]);
        Refuses("larger than 2 MB, the most that is read", At("more"), megabytes: 2);
    }

    [Fact]
    public void An_endless_file_is_too_large()
    {
        SkipOnWindows();
        Refuses("larger than 1 MB, the most that is read", "/dev/zero");
        File.CreateSymbolicLink(At("link"), "/dev/zero");
        Refuses("larger than 1 MB, the most that is read", At("link"));
    }

    [Fact]
    public void What_is_no_file_is_named()
    {
        Refuses("there is no such file", At("gone"));
        Refuses("there is no such file", At("gone/file"));
        Refuses("is a folder; it must be a file", _folder);
        Refuses("the name of the file is empty", "");
        Refuses("cannot be read: ", "a\0b");
        Assert.Equal("\"\": the name of the file is empty", Message("", 1));
        Assert.DoesNotContain('\u001B', Message("\u001B[2Jgone", 1));
    }

    [Fact]
    public async Task A_pipe_that_somebody_writes_is_a_file_like_any_other()
    {
        SkipOnWindows();
        MakePipe(At("pipe"));
        var writing = Task.Run(() => File.WriteAllText(At("pipe"), "{}"), TestContext.Current.CancellationToken);
        Assert.Equal("{}", InputFile.ReadText(At("pipe")));
        await writing;
    }

    [Fact]
    public void A_pipe_that_nobody_writes_is_given_up()
    {
        SkipOnWindows();
        MakePipe(At("pipe"));
        var since = Stopwatch.StartNew();
        Refuses("did not end within 5 s; is it a pipe that nobody writes to?", At("pipe"));
        Assert.InRange(since.Elapsed, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(60));
        // Lets the reader that still waits for somebody to open the other end go home.
        File.WriteAllText(At("pipe"), "");
    }

    [Fact]
    public void A_file_of_somebody_else_is_not_read()
    {
        SkipOnWindows();
        if (Environment.IsPrivilegedProcess) Assert.Skip("root may read everything");
        File.WriteAllText(At("private"), "secret");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(At("private"), UnixFileMode.None);
        Refuses("this user may not read it", At("private"));
    }

    [Fact]
    public void Text_is_UTF8_with_a_mark_or_without()
    {
        File.WriteAllBytes(At("marked"), [0xEF, 0xBB, 0xBF, .. "Grün"u8]);
        Assert.Equal("Grün", InputFile.ReadText(At("marked")));
        File.WriteAllBytes(At("latin"), [.. "one\ntwo Gr"u8, 0xFC, (byte)'n']);
        var message = Assert.Throws<SettingsException>(() => InputFile.ReadText(At("latin"))).Message;
        Assert.Equal($"{At("latin")}:2: not text in UTF-8", message);
    }

    private string At(string name) => Path.Combine(_folder, name);

    private static void Refuses(string what, string path, int megabytes = 1)
    {
        var message = Message(path, megabytes);
        Assert.Contains($": {what}", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    private static string Message(string path, int megabytes) =>
        Assert.Throws<SettingsException>(() => InputFile.Read(path, megabytes)).Message;

    private static void MakePipe(string path)
    {
        using var made = Process.Start("mkfifo", path);
        made.WaitForExit();
        Assert.Equal(0, made.ExitCode);
    }

    private static void SkipOnWindows()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("no devices and pipes of this kind here");
    }
}
