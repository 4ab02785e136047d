using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace HilBench.Physical.Ports;

/// <content>Files: opening without following a link, locks, and whose a file is.</content>
internal static partial class LibC
{
    public const int NoPermission = 13;
    public const int NotThere = 2;
    public const int InputOutputError = 5;
    public const int NoDevice = 6;
    public const int NotReady = 11;
    public const int InUse = 16;
    public const int NoSuchDevice = 19;

    private const int ReadWrite = 2;
    private const int Create = 0x40;
    private const int MustBeNew = 0x80;
    private const int NoControllingTerminal = 0x100;
    private const int DoNotWait = 0x800;
    private const int CloseOnExec = 0x80000;
    private const int ExclusiveLock = 2;
    private const int LockNow = 4;
    private const int OwnerOnly = 0x180;
    private const uint OwnerAndGroup = 0x1B0;
    private const int ThisVeryFile = 0x1000;
    private const int AskNoServer = 0x4000;
    private const uint BasicFacts = 0x7FF;
    private const uint NoChange = uint.MaxValue;

    /// <summary>The flag that refuses a symbolic link; it has two values among the machines .NET runs on.</summary>
    private static int NoFollow =>
        RuntimeInformation.ProcessArchitecture is Architecture.Arm or Architecture.Arm64 or Architecture.Ppc64le
            ? 0x8000
            : 0x20000;

    /// <summary>A port, to hold a lock on it; nothing is set and nobody waits for a carrier.</summary>
    public static SafeFileHandle OpenPort(string path) =>
        new(open(path, NoControllingTerminal | DoNotWait | CloseOnExec, 0), ownsHandle: true);

    /// <summary>A file that is there; a symbolic link is not followed.</summary>
    public static SafeFileHandle OpenFile(string path) =>
        new(open(path, ReadWrite | NoFollow | DoNotWait | CloseOnExec, 0), ownsHandle: true);

    /// <summary>A new file that only its owner may read and write; a symbolic link is not followed.</summary>
    public static SafeFileHandle CreateFile(string path) =>
        new(open(path, ReadWrite | Create | MustBeNew | NoFollow | CloseOnExec, OwnerOnly), ownsHandle: true);

    /// <summary>False when somebody else has the lock; it ends with the handle, however the process ends.</summary>
    public static bool TryLock(SafeFileHandle file) => flock(file, ExclusiveLock | LockNow) == 0;

    /// <summary>Lets the members of a group read and write the file as its owner does.</summary>
    public static bool ShareWith(SafeFileHandle file, uint group) =>
        fchown(file, NoChange, group) == 0 && fchmod(file, OwnerAndGroup) == 0;

    /// <summary>Null when the file cannot be asked.</summary>
    public static FileFacts? FactsOf(SafeFileHandle file) => Facts(file.DangerousGetHandle().ToInt32(), "");

    /// <summary>What stands behind a path, links followed; null when it cannot be asked.</summary>
    public static FileFacts? FactsOf(string path) => Facts(-1, path);

    private static FileFacts? Facts(int descriptor, string path)
    {
        var flags = AskNoServer | (path.Length == 0 ? ThisVeryFile : 0);
        return statx(descriptor, path, flags, BasicFacts, out var facts) == 0 ? facts : null;
    }

    [LibraryImport(Library, SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags, int mode);

    [LibraryImport(Library, SetLastError = true)]
    private static partial int flock(SafeFileHandle file, int operation);

    [LibraryImport(Library, SetLastError = true)]
    private static partial int fchown(SafeFileHandle file, uint owner, uint group);

    [LibraryImport(Library, SetLastError = true)]
    private static partial int fchmod(SafeFileHandle file, uint mode);

    [LibraryImport(Library, SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int statx(int folder, string path, int flags, uint mask, out FileFacts facts);

    /// <summary>The kernel's <c>struct statx</c>, the same on every machine.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    public readonly struct FileFacts
    {
        private const int KindOfFile = 0xF000;
        private const int Regular = 0x8000;

        [FieldOffset(16)]
        private readonly uint _links;

        [FieldOffset(24)]
        private readonly uint _group;

        [FieldOffset(28)]
        private readonly ushort _mode;

        [FieldOffset(32)]
        private readonly ulong _node;

        [FieldOffset(136)]
        private readonly ulong _device;

        public uint Group => _group;

        /// <summary>An ordinary file under one name only.</summary>
        public bool IsPlain => (_mode & KindOfFile) == Regular && _links == 1;

        public bool IsSameAs(FileFacts other) => _node == other._node && _device == other._device;
    }
}
