// Step files name no framework. This file gives them Reqnroll's attributes (docs/decisions/0001-own-feature-runner.md);
// bench/Scenarios/GlobalUsings.cs gives them our own. Three names mean our types on both sides.
extern alias Ours;

global using Reqnroll;
global using NeedsAttribute = Ours::HilBench.Scenarios.Binding.NeedsAttribute;
global using RunStop = Ours::HilBench.Scenarios.RunStop;
global using ScenarioSeed = Ours::HilBench.Scenarios.ScenarioSeed;
