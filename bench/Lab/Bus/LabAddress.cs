using HilBench.Input;

namespace HilBench.Lab.Bus;

/// <summary>Where the broker of a lab is, and who comes. A password is in here and never in a message.</summary>
public sealed class LabAddress
{
    private const string Certificate = "-----BEGIN CERTIFICATE-----";
    private const string Plain = "nats";
    private const string Tls = "tls";
    private const int MostLetters = 64;

    private LabAddress(IReadOnlyList<Uri> servers, string user, string? password, string? authority)
    {
        (Servers, User, Password, Authority) = (servers, user, password, authority);
    }

    /// <summary>Who comes: the name the broker knows, or else that of the operating system.</summary>
    public string User { get; }

    /// <summary>Who comes has a login, and is not only called as the operating system calls him.</summary>
    public bool HasLogin => Password is not null;

    /// <summary>Addresses as they may be shown: without name and password.</summary>
    public string Shown => string.Join(',', Servers.Select(server => $"{server.Scheme}://{server.Authority}"));

    /// <summary>What is sent can be read on the way: it is neither encrypted nor within this machine.</summary>
    public bool IsOpen => Servers.Any(server => server.Scheme != Tls && !server.IsLoopback);

    internal IReadOnlyList<Uri> Servers { get; }

    internal string? Password { get; }

    /// <summary>The file of the certificate authority; null = those the system trusts.</summary>
    internal string? Authority { get; }

    internal bool IsEncrypted => Servers[0].Scheme == Tls;

    /// <summary>Reads what a command line says.</summary>
    /// <param name="urls"><c>nats://host:4222</c> or <c>tls://host:4222</c>; several with commas.</param>
    /// <param name="loginFile">A file with one line, <c>user:password</c>; null when the broker asks for none.</param>
    /// <param name="authorityFile">A certificate authority as PEM; null = those the system trusts.</param>
    /// <exception cref="SettingsException">It makes no sense; the message is one line.</exception>
    public static LabAddress Of(string urls, string? loginFile = null, string? authorityFile = null)
    {
        Uri[] servers = [.. urls.Split(',', StringSplitOptions.TrimEntries).Select(ServerOf)];
        if (servers.Select(server => server.Scheme).Distinct().Count() > 1)
            throw new SettingsException("--nats: either all addresses begin with tls:// or none");
        var said = servers.Select(server => server.UserInfo).FirstOrDefault(text => text.Length > 0);
        if (said is not null && loginFile is not null)
            throw new SettingsException("--login: the address has a name and a password already; take them out of it");
        var (user, password) = loginFile is not null ? LoginIn(loginFile)
            : said is not null ? LoginOf(Uri.UnescapeDataString(said), "--nats")
            : (NameOfSystem(), null);
        if (authorityFile is not null && !InputFile.ReadText(authorityFile).Contains(Certificate))
            throw new SettingsException($"{InputFile.Shown(authorityFile)}: holds no certificate ({Certificate})");
        return new LabAddress(servers, user, password, authorityFile);
    }

    /// <summary>Letters, digits, <c>-</c> and <c>_</c>: what a bench, a user and a label may be called.</summary>
    public static bool IsName(string text) =>
        text.Length is > 0 and <= MostLetters && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    public override string ToString() => Shown;

    private static Uri ServerOf(string text)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var server) && server.Scheme is Plain or Tls
            && server.Host.Length > 0 && server.AbsolutePath is "" or "/")
            return server.Port > 0 ? server : new UriBuilder(server) { Port = 4222 }.Uri;
        throw new SettingsException(
            $"--nats \"{Hidden(text)}\" is no address; allowed: nats://HOST:PORT or tls://HOST:PORT, several with "
            + "commas");
    }

    /// <summary>What a wrong address says, without what may be a password.</summary>
    private static string Hidden(string text)
    {
        var at = text.LastIndexOf('@');
        return OneLine.Whole(at < 0 ? text : "…" + text[at..]);
    }

    private static (string User, string? Password) LoginIn(string file)
    {
        string[] lines = [.. InputFile.ReadText(file).Split('\n').Select(line => line.Trim())
            .Where(line => line.Length > 0)];
        return lines is [var one]
            ? LoginOf(one, InputFile.Shown(file))
            : throw new SettingsException($"{InputFile.Shown(file)}: must be one line, user:password");
    }

    private static (string User, string? Password) LoginOf(string text, string where)
    {
        var colon = text.IndexOf(':');
        var user = colon < 0 ? text : text[..colon];
        if (colon < 0 || colon == text.Length - 1)
            throw new SettingsException($"{where}: a name and a password are wanted, user:password");
        if (!IsName(user))
            throw new SettingsException($"{where}: the name of a user is letters, digits, - and _, at most 64");
        return (user, text[(colon + 1)..]);
    }

    private static string NameOfSystem()
    {
        var name = string.Concat(Environment.UserName.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        return IsName(name) ? name : "nobody";
    }
}
