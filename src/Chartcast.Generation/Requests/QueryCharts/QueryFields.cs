using System.Globalization;
using System.Text.RegularExpressions;
using Chartcast.Charting.Specs;

namespace Chartcast.Generation.Requests.QueryCharts;

/// <summary>Names of parameters for the paths of arguments, and the error that tells their faults.</summary>
internal static partial class QueryFields
{
    /// <summary>The parameter that an argument was made of.</summary>
    /// <param name="path">The argument's path, such as <c>indicators[0].input.in_0</c>.</param>
    /// <param name="studies">For each study written, the index of its code.</param>
    public static string Of(string path, IReadOnlyList<int> studies)
    {
        Match study = Study().Match(path);
        if (!study.Success) return path == ChartArguments.ChartType ? "style" : path;
        int index = studies[int.Parse(study.Groups[1].Value, CultureInfo.InvariantCulture)];
        return string.Create(CultureInfo.InvariantCulture, $"studies[{index}]");
    }

    /// <summary>Ends the reading when there is a fault.</summary>
    /// <exception cref="ChartException"><see cref="ChartErrorCode.InvalidArgument"/> with all faults.</exception>
    public static void ThrowIfFaulty(IReadOnlyList<SpecFault> faults)
    {
        if (faults.Count == 0) return;
        throw new ChartException(new ChartError
        {
            Code = ChartErrorCode.InvalidArgument,
            Message = string.Join(' ', faults.Select(static fault => $"{fault.Field} {fault.Message}")),
            Faults = [.. faults.Select(static fault => new FieldFault(fault.Field, fault.Message))],
        });
    }

    [GeneratedRegex(@"\Aindicators\[([0-9]{1,4})\]", RegexOptions.CultureInvariant)]
    private static partial Regex Study();
}
