using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using HilBench.Benchmarks;

// dotnet run -c Release --project tests/Benchmarks -- --filter '*'
// dotnet run -c Release --project tests/Benchmarks -- memory          what one idle meter keeps
// tests/Benchmarks/lines [OLDER/hilbench.dll]                         vend and decode against an older build and jq
// dotnet run -c Release --project tests/Benchmarks -- display         our driver and that of Iot.Device.Bindings
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

if (args is ["display"]) return DisplayRace.Run();

var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
BenchmarkSwitcher.FromAssembly(typeof(ScenarioBenchmarks).Assembly).Run(args, config);
return 0;
