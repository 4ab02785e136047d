global using HilBench.Scenarios.Binding;
