using System.Text;

namespace Chartcast.Gallery;

/// <summary>Writes the pictures and a page that shows all of them.</summary>
internal static class GalleryWriter
{
    private const int Columns = 3;

    /// <returns>How many bytes the pictures have.</returns>
    public static long Write(string target, IReadOnlyList<GalleryFamily> families)
    {
        var page = new StringBuilder(
            "# Gallery\n\nEverything a chart can be made of, drawn by Chartcast from real prices: Apple by day to January 2018, "
            + "the S&P 500 by\nminute in November 2019. Made by `dotnet run --project tools/Chartcast.Gallery -c Release -- "
            + "<folder of price files> docs/gallery`.\n\n");
        foreach (GalleryFamily family in families)
            page.Append($"- [{family.Title}](#{Anchor(family.Title)}) ({family.Pictures.Count})\n");
        long bytes = 0;
        foreach (GalleryFamily family in families)
        {
            string folder = Path.Combine(target, family.Folder);
            // What is drawn no more must not stay.
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
            Directory.CreateDirectory(folder);
            foreach (GalleryPicture picture in family.Pictures)
            {
                byte[] png = picture.Draw();
                File.WriteAllBytes(Path.Combine(folder, picture.Slug + ".png"), png);
                bytes += png.Length;
            }

            AppendTable(page, family);
        }

        File.WriteAllText(Path.Combine(target, "README.md"), page.ToString());
        return bytes;
    }

    private static void AppendTable(StringBuilder page, GalleryFamily family)
    {
        page.Append($"\n## {family.Title}\n\n");
        page.Append("| | | |\n|---|---|---|\n");
        foreach (GalleryPicture[] row in family.Pictures.Chunk(Columns))
        {
            page.Append("| ");
            page.AppendJoin(" | ", row.Select(picture =>
                $"{picture.Title}<br>![{picture.Title}]({family.Folder}/{picture.Slug}.png)"));
            page.Append(string.Concat(Enumerable.Repeat(" | ", Columns - row.Length))).Append(" |\n");
        }
    }

    private static string Anchor(string title) => title.ToLowerInvariant().Replace(' ', '-');
}
