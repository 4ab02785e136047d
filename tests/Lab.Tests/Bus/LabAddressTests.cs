using HilBench.Input;
using HilBench.Lab.Bus;

namespace HilBench.Lab.Tests.Bus;

public sealed class LabAddressTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hilbench-address-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_password_in_an_address_is_shown_nowhere()
    {
        var address = LabAddress.Of("nats://anna:s3cret@lab:4222,nats://other");
        Assert.Equal("nats://lab:4222,nats://other:4222", address.Shown);
        Assert.Equal(("anna", "nats://lab:4222,nats://other:4222"), (address.User, $"{address}"));
    }

    [Theory]
    [InlineData("http://lab", "--nats \"http://lab\" is no address")]
    [InlineData("lab:4222", "--nats \"lab:4222\" is no address")]
    [InlineData("x://anna:s3cret@lab", "--nats \"…@lab\" is no address")]
    [InlineData("nats://anna@lab", "a name and a password are wanted, user:password")]
    [InlineData("nats://anna:@lab", "a name and a password are wanted, user:password")]
    [InlineData("nats://an.na:x@lab", "the name of a user is letters, digits, - and _, at most 64")]
    [InlineData("nats://lab,tls://lab", "either all addresses begin with tls:// or none")]
    public void An_address_that_makes_no_sense_is_told_without_its_password(string address, string why)
    {
        var wrong = Assert.Throws<SettingsException>(() => LabAddress.Of(address));
        Assert.Contains(why, wrong.Message);
        Assert.DoesNotContain("s3cret", wrong.Message);
    }

    [Fact]
    public void A_login_is_one_line_of_a_file()
    {
        Assert.Equal("bench-1", LabAddress.Of("tls://lab", Login("bench-1:a:b\n")).User);
        var two = Assert.Throws<SettingsException>(() => LabAddress.Of("tls://lab", Login("a:b\nc:d\n")));
        Assert.EndsWith("must be one line, user:password", two.Message);
        Assert.Throws<SettingsException>(() => LabAddress.Of("tls://a:b@lab", Login("a:b")));
        Assert.Throws<SettingsException>(() => LabAddress.Of("tls://lab", Path.Combine(_folder, "none")));
        Assert.Throws<SettingsException>(() => LabAddress.Of("tls://lab", null, Path.Combine(_folder, "none")));
        var noPem = Assert.Throws<SettingsException>(() => LabAddress.Of("tls://lab", null, Login("a:b")));
        Assert.EndsWith("login: holds no certificate (-----BEGIN CERTIFICATE-----)", noPem.Message);
    }

    [Theory]
    [InlineData("nats://lab", true)]
    [InlineData("nats://127.0.0.1", false)]
    [InlineData("nats://localhost,nats://192.0.2.1", true)]
    [InlineData("tls://lab", false)]
    public void A_line_to_another_machine_without_encryption_is_open(string address, bool isOpen) =>
        Assert.Equal(isOpen, LabAddress.Of(address).IsOpen);

    private string Login(string text)
    {
        var file = Path.Combine(_folder, "login");
        File.WriteAllText(file, text);
        return file;
    }
}
