using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Chartcast.Charting.Tests.Golden;

/// <summary>Every chart and sheet of which a picture is kept, as the tests of pictures make them.</summary>
/// <remarks>The tests themselves are run for it, with the same rows, so that no list of them must be kept.</remarks>
internal static class GoldenScenes
{
    /// <summary>Tests over all keys compare pictures with each other and keep none.</summary>
    private const string KeyRows = "Keys";

    private static readonly Lazy<Task<IReadOnlyList<GoldenScene>>> Scenes = new(CollectAsync);

    public static Task<IReadOnlyList<GoldenScene>> AllAsync() => Scenes.Value;

    private static async Task<IReadOnlyList<GoldenScene>> CollectAsync()
    {
        var scenes = new List<GoldenScene>();
        foreach (MethodInfo test in typeof(GoldenScenes).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods().Where(IsTestOfPictures)))
        {
            foreach (object?[] row in await RowsAsync(test))
                scenes.AddRange(GoldenPicture.Collect(() => Run(test, row)));
        }

        return scenes;
    }

    private static bool IsTestOfPictures(MethodInfo method) =>
        method.IsDefined(typeof(FactAttribute))
        && (method.DeclaringType!.Name.EndsWith("PictureTests", StringComparison.Ordinal)
            || method.Name.EndsWith("LooksAsKept", StringComparison.Ordinal))
        && !method.GetCustomAttributes<MemberDataAttribute>()
            .Any(data => data.MemberName.EndsWith(KeyRows, StringComparison.Ordinal));

    private static async Task<IReadOnlyList<object?[]>> RowsAsync(MethodInfo test)
    {
        if (test.GetParameters().Length == 0) return [[]];
        var rows = new List<object?[]>();
        await using var tracker = new DisposalTracker();
        foreach (IDataAttribute source in test.GetCustomAttributes().OfType<IDataAttribute>())
        {
            // As the runner does for a member of the test's own class.
            if (source is MemberDataAttribute member) member.MemberType ??= test.DeclaringType;
            rows.AddRange((await source.GetData(test, tracker)).Select(row => row.GetData()));
        }

        return rows;
    }

    private static void Run(MethodInfo test, object?[] row)
    {
        object instance = Activator.CreateInstance(test.DeclaringType!)!;
        // Rows leave out what has a default.
        object?[] arguments =
            [.. test.GetParameters().Select((one, i) => i < row.Length ? row[i] : one.DefaultValue)];
        test.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }
}
