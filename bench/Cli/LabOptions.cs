using System.CommandLine;
using HilBench.Input;
using HilBench.Lab.Bus;

namespace HilBench.Cli;

/// <summary>The options with which a command names the broker of a lab.</summary>
internal sealed class LabOptions
{
    private readonly Option<string?> _nats = new("--nats")
    {
        Description = "The broker of the lab: nats://HOST:PORT or tls://HOST:PORT, several with commas.",
        HelpName = "URL",
    };

    private readonly Option<string?> _login = new("--login")
    {
        Description = "A file with one line, user:password, where the broker wants to know who comes.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _authority = new("--ca")
    {
        Description = "The certificate authority of the broker as PEM; else those the system trusts.",
        HelpName = "FILE",
    };

    public void AddTo(Command command)
    {
        command.Add(_nats);
        command.Add(_login);
        command.Add(_authority);
    }

    /// <summary>What was said of a broker; null when nothing was.</summary>
    /// <exception cref="SettingsException">Something was said of a broker that was not named.</exception>
    public LabPlace? Of(ParseResult parsed)
    {
        var (urls, login, authority) =
            (parsed.GetValue(_nats), parsed.GetValue(_login), parsed.GetValue(_authority));
        if (urls is not null) return new LabPlace(urls, login, authority);
        if (login is not null) throw new SettingsException("--login goes with --nats URL: the broker to log in at");
        if (authority is not null) throw new SettingsException("--ca goes with --nats URL: the broker it vouches for");
        return null;
    }

    /// <summary>What was said of a broker, by a command that cannot do without one.</summary>
    /// <exception cref="SettingsException">None was named.</exception>
    public LabPlace Demand(ParseResult parsed) => Of(parsed)
        ?? throw new SettingsException("which lab? --nats nats://HOST:4222 names its broker");
}

/// <summary>
/// Where a lab is, as it was typed. It holds nothing of the lab's library, so that a command without <c>--nats</c>
/// does not load it.
/// </summary>
internal sealed record LabPlace(string Urls, string? Login, string? Authority)
{
    /// <exception cref="SettingsException">It makes no sense; the message is one line.</exception>
    public LabAddress Address() => LabAddress.Of(Urls, Login, Authority);
}
