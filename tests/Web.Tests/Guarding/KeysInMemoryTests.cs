using HilBench.Web.Guarding;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HilBench.Web.Tests.Guarding;

/// <summary>The panel leaves no key on the disk.</summary>
public class KeysInMemoryTests
{
    [Fact]
    public void The_key_that_is_made_at_the_start_lives_in_memory()
    {
        using var panel = new TestPanel();
        var keys = panel.Panel.Parts.GetRequiredService<IOptions<KeyManagementOptions>>().Value.XmlRepository;
        Assert.NotEmpty(Assert.IsType<KeysInMemory>(keys).GetAllElements());
    }

    [Fact]
    public void What_is_sealed_with_it_can_be_opened_again()
    {
        using var panel = new TestPanel();
        var seal = panel.Panel.Parts.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
        Assert.Equal("a page", seal.Unprotect(seal.Protect("a page")));
        Assert.Empty(panel.Told);
    }
}
