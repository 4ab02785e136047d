// Step files name no framework: this decides whose [Given] they carry (docs/decisions/0001-own-feature-runner.md).
// Reqnroll's here; the engine's own in bench/Scenarios/GlobalUsings.cs. Three names are the house's on both sides.
extern alias Ours;

global using Reqnroll;
global using NeedsAttribute = Ours::HilBench.Scenarios.Binding.NeedsAttribute;
global using RunStop = Ours::HilBench.Scenarios.RunStop;
global using ScenarioSeed = Ours::HilBench.Scenarios.ScenarioSeed;
