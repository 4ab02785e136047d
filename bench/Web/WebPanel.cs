using System.Net;
using System.Net.Sockets;
using HilBench.Input;
using HilBench.Web.Guarding;
using HilBench.Web.Hand;
using HilBench.Web.Layout;
using HilBench.Web.Runs;
using HilBench.Web.Settings;
using HilBench.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace HilBench.Web;

/// <summary>The panel in the browser: a web server for one bench. All files of its pages are in the library.</summary>
public sealed class WebPanel : IDisposable
{
    /// <summary>More than any token, title or sentence; a picture or a recording is uploaded in pieces.</summary>
    private const int MostBytesOfAMessage = 32 * 1024;

    /// <summary>Cookies and addresses of ours are short.</summary>
    private const int MostBytesOfHeaders = 16 * 1024;

    private readonly WebApplication _app;

    private readonly Action<string> _tell;
    private readonly string _reports;

    private WebPanel(WebApplication app, Uri address, WebSettings settings, Action<string> tell)
    {
        (_app, Address) = (app, address);
        (_reports, _tell) = (settings.Reports, tell);
    }

    /// <summary>Where a browser finds it, with the token where one is wanted.</summary>
    public Uri Address { get; }

    /// <summary>Opens the port and the meter.</summary>
    /// <param name="settings">What was asked for.</param>
    /// <param name="tell">Takes lines about what goes wrong in the panel's own code.</param>
    /// <exception cref="SettingsException">The port is taken or not allowed; one line.</exception>
    public static WebPanel Start(WebSettings settings, Action<string> tell)
    {
        var app = Build(settings, tell);
        try
        {
            app.StartAsync().GetAwaiter().GetResult();
        }
        catch (Exception wrong) when (wrong is IOException or SocketException)
        {
            ((IDisposable)app).Dispose();
            throw new SettingsException(WhyNot(settings, wrong));
        }

        var bound = new Uri(app.Urls.First());
        var address = new UriBuilder(bound)
        {
            Host = settings.Listen is null ? "localhost" : HostOf(settings.Listen),
            Query = settings.Token is { } token ? $"{PanelToken.Parameter}={token}" : "",
        };
        return new WebPanel(app, address.Uri, settings, tell);
    }

    /// <summary>The parts of the panel; for tests.</summary>
    internal IServiceProvider Parts => _app.Services;

    /// <summary>Ends what is going on and gives the rig back: pins are safe when it returns.</summary>
    public void Dispose()
    {
        var runs = _app.Services.GetRequiredService<RunDesk>();
        var stopped = runs.View is { IsOn: true } view ? view.Id : null;
        runs.Dispose();
        if (stopped is not null) _tell($"hilbench web: run {stopped} was stopped; its report is in {_reports}");
        _app.Services.GetRequiredService<HandSession>().Dispose();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        _app.StopAsync(patience.Token).GetAwaiter().GetResult();
        ((IDisposable)_app).Dispose();
    }

    private static WebApplication Build(WebSettings settings, Action<string> tell)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(WebPanel).Assembly.GetName().Name,
        });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, settings));
        builder.Logging.AddProvider(new PanelLog(tell));
        AddParts(builder.Services, settings);
        var app = builder.Build();
        Guard(app, settings);
        app.UseRequestLocalization(Languages.Options());
        app.UseStaticFiles(new StaticFileOptions { FileProvider = Files() });
        app.UseRouting();
        app.UseAntiforgery();
        Languages.Map(app);
        RunParts.Map(app);
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(
            options => options.ContentSecurityFrameAncestorsPolicy = null);
        return app;
    }

    private static void AddParts(IServiceCollection services, WebSettings settings)
    {
        services.AddRoutingCore();
        services.AddSingleton(settings);
        services.AddSingleton<HandSession>();
        services.AddSingleton<IWaveSource>(parts => parts.GetRequiredService<HandSession>());
        services.AddSingleton<Waves.RecordingFiles>();
        services.AddSingleton<Hands>();
        services.AddSingleton<FeatureFolder>();
        services.AddSingleton<ProfileList>();
        RunParts.Add(services);
        services.AddScoped<Viewer>();
        services.AddScoped<CircuitHandler, ViewerLeaves>();
        services.AddLocalization();
        services.Configure<KeyManagementOptions>(keys => keys.XmlRepository = new KeysInMemory());
        services.AddAntiforgery();
        services.AddRazorComponents().AddInteractiveServerComponents(circuits =>
            {
                circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromSeconds(30);
            })
            .AddHubOptions(hub => hub.MaximumReceiveMessageSize = MostBytesOfAMessage);
    }

    private static void Listen(KestrelServerOptions kestrel, WebSettings settings)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MostBytesOfAMessage;
        kestrel.Limits.MaxRequestHeadersTotalSize = MostBytesOfHeaders;
        kestrel.Listen(settings.Listen ?? IPAddress.Loopback, settings.Port);
    }

    private static void Guard(WebApplication app, WebSettings settings)
    {
        app.Use(Headers.Add);
        app.Use(new SameSite(settings.Listen is not null, Dns.GetHostName()).Check);
        app.Use(new PanelToken(settings.Token).Check);
    }

    private static EmbeddedFileProvider Files() =>
        new(typeof(WebPanel).Assembly, $"{typeof(WebPanel).Namespace}.wwwroot");

    private static string HostOf(IPAddress address)
    {
        if (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)) return Dns.GetHostName();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();
    }

    private static string WhyNot(WebSettings settings, Exception wrong)
    {
        var isTaken = wrong is IOException { InnerException: AddressInUseException };
        return isTaken
            ? $"hilbench web: port {settings.Port} cannot be opened ({ReasonOf(wrong)}); is the panel open already? "
                + "Allowed: --port with a free port"
            : $"hilbench web: {settings.Listen ?? IPAddress.Loopback}:{settings.Port} cannot be opened "
                + $"({ReasonOf(wrong)}); allowed: --listen with an address of this machine, --port with a free port";
    }

    private static string ReasonOf(Exception wrong) =>
        wrong.InnerException is { InnerException: { } innermost } ? innermost.Message : wrong.InnerException?.Message
            ?? wrong.Message;
}
