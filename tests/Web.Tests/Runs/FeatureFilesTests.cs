using HilBench.Web.Runs;

namespace HilBench.Web.Tests.Runs;

/// <summary>Nothing outside the folder of features is read or run.</summary>
public sealed class FeatureFilesTests : IDisposable
{
    private readonly RunFolder _folder = new RunFolder()
        .With("a.feature", "Feature: A").With("b/c.feature", "Feature: C");
    private readonly FeatureFiles _features;

    public FeatureFilesTests() => _features = new FeatureFiles(_folder.Settings.Features);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_features_and_folders_below_are_found_by_their_names()
    {
        Assert.Equal(["a.feature", "b/c.feature"], _features.Files());
        Assert.Equal(_folder.PathOf("features/b/c.feature"), _features.PathOf("b/c.feature"));
        Assert.Equal(_folder.PathOf("features/b"), _features.PathOf("b"));
        Assert.Equal(_folder.PathOf("features"), _features.PathOf(""));
        Assert.Equal([_folder.PathOf("features")], _features.PathsOf(""));
    }

    [Theory]
    [InlineData("../outside.feature")]
    [InlineData("b/../../outside.feature")]
    [InlineData("..\\outside.feature")]
    [InlineData("b/../a.feature")]
    [InlineData("..")]
    [InlineData("/etc/passwd")]
    [InlineData("/")]
    [InlineData("./a.feature")]
    [InlineData("b//c.feature")]
    [InlineData("a.feature\0")]
    [InlineData("notes.txt")]
    [InlineData("gone.feature")]
    public void What_leads_out_or_is_no_feature_has_no_path(string below)
    {
        File.WriteAllText(_folder.PathOf("outside.feature"), "Feature: Outside");
        File.WriteAllText(_folder.PathOf("features/notes.txt"), "mine");
        Assert.Null(_features.PathOf(below));
        Assert.Empty(_features.PathsOf(below));
    }

    [Fact]
    public void The_full_path_of_a_feature_is_no_name_of_it()
    {
        Assert.Null(_features.PathOf(_folder.PathOf("features/a.feature")));
    }

    [Fact]
    public void A_link_out_of_the_folder_is_neither_listed_nor_followed_nor_run()
    {
        Directory.CreateDirectory(_folder.PathOf("elsewhere"));
        File.WriteAllText(_folder.PathOf("elsewhere/secret.feature"), "Feature: Secret");
        File.CreateSymbolicLink(
            _folder.PathOf("features/link.feature"), _folder.PathOf("elsewhere/secret.feature"));
        Directory.CreateSymbolicLink(_folder.PathOf("features/linked"), _folder.PathOf("elsewhere"));
        Assert.Equal(["a.feature", "b/c.feature"], _features.Files());
        Assert.Null(_features.PathOf("link.feature"));
        Assert.Null(_features.PathOf("linked"));
        Assert.Null(_features.PathOf("linked/secret.feature"));
        Assert.Equal(
            [_folder.PathOf("features/a.feature"), _folder.PathOf("features/b/c.feature")], _features.PathsOf(""));
    }

    [Fact]
    public void A_folder_of_features_that_is_not_there_is_empty()
    {
        var none = new FeatureFiles(_folder.PathOf("none"));
        Assert.Empty(none.Files());
        Assert.Empty(none.PathsOf(""));
    }
}
