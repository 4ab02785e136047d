using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using HilBench.Benchmarks;

// dotnet run -c Release --project tests/Benchmarks -- --filter '*'
// dotnet run -c Release --project tests/Benchmarks -- memory          what one idle meter keeps
// tests/Benchmarks/lines [OLDER/hilbench.dll]                         vend and decode against an older build and jq
// dotnet run -c Release --project tests/Benchmarks -p:WithIotBindings=true -- display   ours and the stock one
// In process: the checkout is not built a second time, and a run of all takes minutes, not an hour.
if (args is ["memory"])
{
    MeterMemory.Print();
    return 0;
}

if (args is ["lines", var kind, var count, var meters])
{
    RequestLines.Print(kind, count, meters);
    return 0;
}

#if WITH_IOT_BINDINGS
if (args is ["display"]) return DisplayRace.Run();
#endif

var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
BenchmarkSwitcher.FromAssembly(typeof(ScenarioBenchmarks).Assembly).Run(args, config);
return 0;
