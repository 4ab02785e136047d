using System.Net;
using System.Net.WebSockets;
using HilBench.Web.Settings;

namespace HilBench.Web.Tests.Guarding;

/// <summary>Other web sites, other machines and other folders get nothing.</summary>
public class GuardTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("https://localhost")]
    [InlineData("null")]
    public async Task A_page_of_another_site_may_not_ask_for_anything(string origin)
    {
        using var panel = new TestPanel();
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, panel.Address + "_blazor/negotiate");
        request.Headers.Add("Origin", origin);
        var answer = await client.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("refused: another web site asked for it\n", await answer.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task A_socket_opened_by_a_page_of_another_site_is_refused()
    {
        using var panel = new TestPanel();
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", "http://evil.example");
        var address = new UriBuilder(panel.Panel.Address) { Scheme = "ws", Path = "_blazor" };
        var wrong = await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(address.Uri, Stop));
        Assert.Contains("403", wrong.Message);
    }

    [Theory]
    [InlineData("evil.example", false)]
    [InlineData("localhost.evil.example", false)]
    [InlineData("192.168.1.20", false)]
    [InlineData("localhost", true)]
    [InlineData("127.0.0.1", true)]
    public async Task A_name_that_is_not_this_machines_may_have_been_pointed_here(string host, bool isServed)
    {
        using var panel = new TestPanel();
        var answer = await Get(panel, "/panel.css", host);
        Assert.Equal(isServed ? HttpStatusCode.OK : HttpStatusCode.MisdirectedRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Where_others_may_come_nothing_is_served_without_the_token()
    {
        var token = WebSettings.NewToken();
        using var panel = new TestPanel(change: settings => settings with { Listen = IPAddress.Any, Token = token });
        foreach (var path in (string[])["/", "/panel.css", "/_blazor/negotiate", $"/?token={token[..^1]}", "/?token="])
        {
            var answer = await Get(panel, path, "127.0.0.1");
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_token_is_brought_once_and_leaves_the_address()
    {
        var token = WebSettings.NewToken();
        using var panel = new TestPanel(change: settings => settings with { Listen = IPAddress.Any, Token = token });
        var first = await Get(panel, $"/?token={token}", "127.0.0.1");
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal("/", first.Headers.Location!.ToString());
        var cookie = Assert.Single(first.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=strict", cookie);
        var second = await Get(panel, "/", "127.0.0.1", cookie.Split(';')[0]);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    [Fact]
    public void Two_tokens_are_never_the_same_and_have_128_bits()
    {
        var tokens = Enumerable.Range(0, 100).Select(_ => WebSettings.NewToken()).ToHashSet();
        Assert.Equal(100, tokens.Count);
        Assert.All(tokens, token => Assert.Matches("^[0-9a-f]{32}$", token));
    }

    [Fact]
    public async Task A_browser_is_told_to_run_no_script_and_no_style_that_stands_in_a_page()
    {
        using var panel = new TestPanel();
        var answer = await Get(panel, "/", "localhost");
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Theory]
    [InlineData(10_000, HttpStatusCode.OK)]
    [InlineData(20_000, HttpStatusCode.RequestHeaderFieldsTooLarge)]
    public async Task Headers_that_are_too_large_are_refused(int bytes, HttpStatusCode status)
    {
        using var panel = new TestPanel();
        var answer = await Get(panel, "/panel.css", "localhost", "a=" + new string('a', bytes));
        Assert.Equal(status, answer.StatusCode);
        await AssertServes(panel);
    }

    [Fact]
    public async Task A_frame_that_is_too_large_ends_its_connection_and_no_other()
    {
        using var panel = new TestPanel();
        using var socket = new ClientWebSocket();
        var address = new UriBuilder(panel.Panel.Address) { Scheme = "ws", Path = "_blazor" };
        await socket.ConnectAsync(address.Uri, Stop);
        var hello = "{\"protocol\":\"blazorpack\",\"version\":1}\u001e"u8.ToArray();
        await socket.SendAsync(hello, WebSocketMessageType.Text, endOfMessage: true, Stop);
        var answer = new byte[1024];
        Assert.Equal(3, (await socket.ReceiveAsync(answer, Stop)).Count);
        var large = new byte[200_000];
        // The length of a message of SignalR, and then nothing but zeros.
        (large[0], large[1], large[2]) = (0xC0, 0x9A, 0x0C);
        await socket.SendAsync(large, WebSocketMessageType.Binary, endOfMessage: true, Stop);
        Assert.True(await IsEnded(socket));
        await AssertServes(panel);
    }

    private static async Task<bool> IsEnded(ClientWebSocket socket)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        var answer = new byte[4096];
        try
        {
            while (socket.State == WebSocketState.Open) await socket.ReceiveAsync(answer, patience.Token);
            return true;
        }
        catch (WebSocketException)
        {
            return true;
        }
    }

    private static async Task AssertServes(TestPanel panel) =>
        Assert.Equal(HttpStatusCode.OK, (await Get(panel, "/", "localhost")).StatusCode);

    private static async Task<HttpResponseMessage> Get(
        TestPanel panel, string path, string host, string? cookie = null)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        using var client = new HttpClient(handler);
        var address = new UriBuilder(panel.Panel.Address) { Host = "127.0.0.1", Query = "" };
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address.Uri, path));
        request.Headers.Host = $"{host}:{address.Port}";
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
    }
}
