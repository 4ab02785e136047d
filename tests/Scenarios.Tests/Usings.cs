global using Reqnroll;
global using Reqnroll.BoDi;
global using HilBench.Scenarios.Engine;
