// Step files name no framework: this decides whose [Given] they carry (docs/decisions/0001-own-feature-runner.md).
global using HilBench.Scenarios.Binding;
