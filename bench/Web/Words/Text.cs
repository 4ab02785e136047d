namespace HilBench.Web.Words;

/// <summary>Names the resource files with the words of the page: <c>Text.de.resx</c>, <c>Text.sw.resx</c>.</summary>
/// <remarks>The English words are the keys; a language that lacks one shows it in English.</remarks>
public sealed class Text;
