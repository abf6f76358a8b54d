using System.Text;

namespace Chartcast.Drawing.Tests;

/// <summary>A portable pixmap, binary (P6), 8 bits a channel.</summary>
internal readonly record struct PpmFile(int Width, int Height, byte[] Rgb)
{
    public static PpmFile Read(byte[] file)
    {
        int at = 0;
        Assert.Equal("P6", Word(file, ref at));
        int width = int.Parse(Word(file, ref at)), height = int.Parse(Word(file, ref at));
        Assert.Equal("255", Word(file, ref at));
        return new PpmFile(width, height, file[at..]);
    }

    /// <summary>Gives the file that a program makes of another.</summary>
    /// <param name="file">The picture.</param>
    /// <param name="tool">The program.</param>
    /// <param name="arguments">Its arguments; <c>{in}</c> and <c>{out}</c> stand for the files.</param>
    public static byte[] Convert(byte[] file, string tool, params string[] arguments)
    {
        string folder = Directory.CreateTempSubdirectory("chartcast").FullName;
        try
        {
            string source = Path.Combine(folder, "in"), target = Path.Combine(folder, "out.ppm");
            File.WriteAllBytes(source, file);
            string[] filled = [.. arguments.Select(
                argument => argument.Replace("{in}", source, StringComparison.Ordinal)
                    .Replace("{out}", target, StringComparison.Ordinal))];
            (int exitCode, string output) = ExternalTool.Run(tool, filled);
            Assert.True(exitCode == 0, $"{tool} refuses the file: {output}");
            return File.ReadAllBytes(target);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Word(byte[] file, ref int at)
    {
        int start = at;
        while (!char.IsWhiteSpace((char)file[at])) at++;
        return Encoding.ASCII.GetString(file, start, at++ - start);
    }
}
