using Chartcast.App.Configuration;
using Chartcast.App.Tests.Doubles;

namespace Chartcast.App.Tests.Configuration;

public sealed class ChartImgApiOptionsTests : IDisposable
{
    private const string Keys = "CHARTCAST_CHART_IMG_API_KEYS";
    private const string KeysFile = "CHARTCAST_CHART_IMG_API_KEYS_FILE";
    private const string Secret = "secret-key-4711";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Nothing_AsksForNoKeyAndLimitsNothing()
    {
        ChartImgApiOptions options = Read();
        Assert.Empty(options.Keys);
        Assert.Equal(ApiPlan.Unlimited, options.Plan);
        Assert.Equal(1L << 30, options.StorageBytes);
        Assert.Null(options.LayoutDirectory);
        Assert.Empty(options.Faults);
        Assert.False(options.TakesFaultHeader);
    }

    [Fact]
    public void Keys_HaveThePlanTheyName_OrTheDefault()
    {
        ChartImgApiOptions options = Read(
            (Keys, "first-key-1=PRO, second-key-2 third=key=3=basic"), ("CHARTCAST_CHART_IMG_PLAN", "mega"));
        Assert.Equal(
            [("first-key-1", "key-1", "pro"), ("second-key-2", "key-2", "mega"), ("third=key=3", "key-3", "basic")],
            options.Keys.Select(key => (key.Secret, key.Name, key.Plan.Name)));
        Assert.Equal("mega", options.Plan.Name);
    }

    [Fact]
    public void File_ChangesPlansKeyByKey()
    {
        File.WriteAllText(_folder.In("keys.json"), """
            {"keys":[{"key":"first-key-1","name":"bot","plan":"pro","perSecond":5,"burst":9,"perDay":100,"width":1280,
            "height":720,"parameters":7,"storageDays":3,"watermark":true},{"key":"second-key-2"}]}
            """);
        ChartImgApiOptions options = Read((KeysFile, _folder.In("keys.json")), (Keys, "third-key-3"));
        Assert.Equal(["key-1", "bot", "key-3"], options.Keys.Select(key => key.Name));
        Assert.Equal(new ApiPlan("pro", 5, 9, 100, 1280, 720, 7, 3, true), options.Keys[1].Plan);
        Assert.Equal(ApiPlan.Unlimited, options.Keys[2].Plan);
    }

    [Fact]
    public void FaultsLayoutsAndStorage_AreRead()
    {
        ChartImgApiOptions options = Read(
            ("CHARTCAST_CHART_IMG_FAULTS", "header server_error/3, html"),
            ("CHARTCAST_CHART_IMG_LAYOUTS", _folder.Path), ("CHARTCAST_CHART_IMG_STORAGE_MB", "5"));
        Assert.True(options.TakesFaultHeader);
        Assert.Equal([new ApiFaultRule(ApiFault.ServerError, 3), new ApiFaultRule(ApiFault.Html, 1)], options.Faults);
        Assert.Equal(_folder.Path, options.LayoutDirectory);
        Assert.Equal(5L << 20, options.StorageBytes);
    }

    [Theory]
    [InlineData("CHARTCAST_CHART_IMG_PLAN", "gold", "basic, pro")]
    [InlineData(Keys, Secret + "=gold", "names no plan")]
    [InlineData(Keys, "short", "8 to 200")]
    [InlineData(Keys, Secret + " " + Secret, "the same key")]
    [InlineData("CHARTCAST_CHART_IMG_FAULTS", "explode", "rate_limited")]
    [InlineData("CHARTCAST_CHART_IMG_FAULTS", "html/0", "how often")]
    [InlineData("CHARTCAST_CHART_IMG_FAULTS", "html/1/2", "how often")]
    [InlineData("CHARTCAST_CHART_IMG_LAYOUTS", "/no/such/folder", "names no folder")]
    [InlineData("CHARTCAST_CHART_IMG_STORAGE_MB", "0", "whole number")]
    [InlineData(KeysFile, "/no/such/file.json", "names no file")]
    public void WrongSetting_IsNamed_AndItsSecretIsNot(string name, string value, string told)
    {
        SettingFault fault = Assert.Single(FaultsOf((name, value)));
        Assert.StartsWith(name, fault.Setting, StringComparison.Ordinal);
        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, fault.Setting + fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "has no list")]
    [InlineData("{\"keys\":{}}", "has no list")]
    [InlineData("{\"keys\":[5]}", "keys[0]: must be an object")]
    [InlineData("{\"keys\":[{\"plan\":\"pro\"}]}", "keys[0]: has no key")]
    [InlineData("{\"keys\":[{\"key\":\"secret-key-4711\",\"plan\":\"gold\"}]}", "keys[0].plan: is no plan")]
    [InlineData("{\"keys\":[{\"key\":\"secret-key-4711\",\"width\":10}]}", "keys[0].width: must be a whole number from 400")]
    [InlineData("{\"keys\":[{\"key\":\"secret-key-4711\",\"perDay\":\"5\"}]}", "keys[0].perDay: must be")]
    [InlineData("{\"keys\":[{\"key\":\"secret-key-4711\",\"day\":5}]}", "keys[0]: has a member that is not known")]
    [InlineData("{\"keys\":[{\"key\":\"secret-key-4711\",\"name\":\"a b\"}]}", "keys[0]: has a name")]
    [InlineData("{\"keys\":[{\"key\":\"secret key 4711\"}]}", "keys[0]: has to be")]
    [InlineData("{\"keys\":[{\"key\":\"\\ud800-key-4711\"}]}", "cannot be read as JSON")]
    [InlineData("{\"keys\":[{\"key\":\"secret-key-4711\"", "cannot be read as JSON")]
    public void WrongFile_IsToldByItsPlace(string text, string told)
    {
        File.WriteAllText(_folder.In("keys.json"), text);
        SettingFault fault = Assert.Single(FaultsOf((KeysFile, _folder.In("keys.json"))));
        Assert.Contains(told, $"{fault.Setting}: {fault.Message}", StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, fault.Message, StringComparison.Ordinal);
    }

    private static ChartImgApiOptions Read(params (string Name, string Value)[] environment) => ServerOptionsReader.Read(
        environment.ToDictionary(one => one.Name, one => one.Value)).ChartImgApi;

    private static IReadOnlyList<SettingFault> FaultsOf(params (string Name, string Value)[] environment) =>
        Assert.Throws<ConfigurationException>(() => Read(environment)).Faults;
}
