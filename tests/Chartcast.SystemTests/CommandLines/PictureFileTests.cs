using Chartcast.SystemTests.Processes;

namespace Chartcast.SystemTests.CommandLines;

/// <summary>Every picture this project shows or compares with is a right PNG file to a decoder that is not ours.</summary>
public sealed class PictureFileTests
{
    [Fact]
    public async Task Pngcheck_AcceptsEveryGoldenPicture()
    {
        string pngcheck = Command.Require("pngcheck", "pngcheck");
        string[] pictures =
        [
            .. Directory.EnumerateDirectories(Path.Combine(Checkout.Root, "tests"), "*.Tests")
                .Select(project => Path.Combine(project, "Pictures")).Where(Directory.Exists)
                .Append(Path.Combine(Checkout.Root, "docs", "pictures"))
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*.png", SearchOption.AllDirectories)),
        ];
        Assert.True(pictures.Length > 30, $"only {pictures.Length} pictures found");
        CommandResult result = await Command.RunAsync(pngcheck, ["-q", .. pictures]);
        Assert.True(result.ExitCode == 0, result.Output + result.Errors);
    }
}
