using System.Reflection;
using Reqnroll;
using Reqnroll.Bindings.Discovery;
using Reqnroll.Bindings.Provider;
using Reqnroll.Configuration;
using Reqnroll.Infrastructure;

namespace HilBench.Scenarios.Engine;

/// <summary>The assemblies the run was given, by name: they are loaded already.</summary>
internal sealed class GivenAssemblies(EngineSettings settings) : IBindingAssemblyLoader
{
    public Assembly Load(string assemblyName) => settings.Assemblies.First(one => one.FullName == assemblyName);
}

/// <summary>Reqnroll's search for binding classes, in the classes the run was given.</summary>
internal sealed class GivenClasses(
    IRuntimeBindingSourceProcessor processor,
    IReqnrollAttributesFilter filter,
    IBindingAssemblyLoader loader,
    ReqnrollConfiguration configuration,
    IBindingProviderService provider,
    EngineSettings settings)
    : RuntimeBindingRegistryBuilder(processor, filter, loader, configuration, provider)
{
    protected override Type[] GetAssemblyTypes(Assembly assembly, out string[] typeLoadErrors)
    {
        var types = base.GetAssemblyTypes(assembly, out typeLoadErrors);
        if (settings.Only is { } only) return [.. only.Where(type => type.Assembly == assembly)];
        // Reqnroll would read the attributes of all of them. What a run does itself needs no hooks.
        return
        [
            .. types.Where(type => type.IsDefined(typeof(BindingAttribute), inherit: true)
                && !type.IsDefined(typeof(TestHostOnlyAttribute))),
        ];
    }
}
