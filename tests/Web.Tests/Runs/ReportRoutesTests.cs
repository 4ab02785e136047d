using System.Net;
using HilBench.Web.Runs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace HilBench.Web.Tests.Runs;

/// <summary>Files of reports as a browser gets them: from their folder only, and harmless to the panel.</summary>
public sealed class ReportRoutesTests : IAsyncLifetime
{
    private const string Id = "20261128-220000";

    private readonly RunFolder _folder = new();
    private readonly HttpClient _client = new();
    private WebApplication _app = null!;

    public async ValueTask InitializeAsync()
    {
        Write($"reports/{Id}/report.html", "<script>1</script>");
        Write($"reports/{Id}/scenarios/a-2/glass.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        Write($"reports/{Id}/scenarios/a-2/lab.html", "<script>1</script>");
        Write($"reports/{Id}/scenarios/a-2/report.html", "<script>1</script>");
        Write($"reports/{Id}/scenarios/a-2/recording.hbr", "bytes");
        Write("reports/secret.txt", "secret");
        Write("secret.txt", "secret");
        File.CreateSymbolicLink(_folder.PathOf($"reports/{Id}/link.txt"), _folder.PathOf("secret.txt"));
        Directory.CreateSymbolicLink(_folder.PathOf("reports/20261128-230000"), _folder.PathOf(""));
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(_folder.Reports);
        _app = builder.Build();
        _app.UseRouting();
        ReportRoutes.Map(_app);
        await _app.StartAsync(TestContext.Current.CancellationToken);
        _client.BaseAddress = new Uri(_app.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_page_of_a_report_runs_its_script_in_an_origin_of_its_own()
    {
        using var answer = await Get($"reports/{Id}/report.html");
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        var policy = Policy(answer);
        Assert.Contains("sandbox allow-scripts allow-forms", policy);
        Assert.Contains("form-action 'none'", policy);
        Assert.DoesNotContain("allow-same-origin", string.Join(';', policy));
        Assert.Contains("default-src 'none'", policy);
        Assert.DoesNotContain(policy, part => part.StartsWith("connect-src", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("scenarios/a-2/glass.svg", "image/svg+xml", false)]
    [InlineData("scenarios/a-2/lab.html", "application/octet-stream", true)]
    [InlineData("scenarios/a-2/report.html", "application/octet-stream", true)]
    [InlineData("scenarios/a-2/recording.hbr", "application/octet-stream", true)]
    public async Task Other_files_run_nothing_and_only_pictures_and_texts_are_shown(
        string file, string type, bool isSaved)
    {
        using var answer = await Get($"reports/{Id}/{file}");
        Assert.Equal(type, answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(isSaved ? "attachment" : null, answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Contains("sandbox", Policy(answer));
        Assert.DoesNotContain(Policy(answer), part => part.StartsWith("script-src", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData($"reports/{Id}/..%2Fsecret.txt")]
    [InlineData($"reports/{Id}/%2e%2e/secret.txt")]
    [InlineData($"reports/{Id}/..%5Csecret.txt")]
    [InlineData($"reports/{Id}/scenarios/..%2F..%2F..%2Fsecret.txt")]
    [InlineData($"reports/{Id}//etc/passwd")]
    [InlineData($"reports/{Id}/%2Fetc%2Fpasswd")]
    [InlineData($"reports/{Id}/link.txt")]
    [InlineData($"reports/{Id}/scenarios")]
    [InlineData($"reports/{Id}/gone.txt")]
    [InlineData("reports/20261128-230000/secret.txt")]
    [InlineData("reports/..%2F/secret.txt")]
    [InlineData("reports/secret.txt")]
    [InlineData("reports/x/secret.txt")]
    public async Task What_is_not_a_file_of_a_report_is_not_handed_out(string address)
    {
        using var answer = await Get(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private Task<HttpResponseMessage> Get(string address) =>
        _client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

    private static string[] Policy(HttpResponseMessage answer) =>
        answer.Headers.GetValues("Content-Security-Policy").Single().Split("; ");

    private void Write(string name, string text)
    {
        var path = _folder.PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
