using System.Text;
using Chartcast.ChartImgFake;
using Chartcast.Generation.Providers.ChartImg;
using Chartcast.Generation.Requests;

namespace Chartcast.Generation.Tests.Providers.ChartImg;

public sealed class ImageCheckTests
{
    private const int WidthPx = 101, HeightPx = 53;

    [Theory]
    [InlineData("image/png")]
    [InlineData("application/octet-stream")]
    [InlineData("image/webp")]
    [InlineData(null)]
    public void Fault_IsNull_ForARightPng_WhateverItsPictureTypeSays(string? type) =>
        Assert.Null(ImageCheck.Fault(FakePictures.Png(WidthPx, HeightPx), type, ImageFormat.Png, WidthPx, HeightPx));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(101, 53)]
    [InlineData(4096, 100)]
    public void Fault_IsNull_ForARightJpeg(int width, int height) =>
        Assert.Null(ImageCheck.Fault(FakePictures.Jpeg(width, height), "image/jpeg", ImageFormat.Jpeg, width, height));

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/json")]
    [InlineData("image/svg+xml")]
    public void Fault_NamesATypeThatSaysText(string type) => Assert.Equal(
        "its type says text",
        ImageCheck.Fault(FakePictures.Png(WidthPx, HeightPx), type, ImageFormat.Png, WidthPx, HeightPx));

    [Fact]
    public void Fault_NamesBothSizes() => Assert.Equal(
        "it has 102x53 pixels instead of 101x53",
        ImageCheck.Fault(FakePictures.Png(102, HeightPx), null, ImageFormat.Png, WidthPx, HeightPx));

    [Fact]
    public void Fault_RefusesTheOtherFormat()
    {
        Assert.NotNull(ImageCheck.Fault(FakePictures.Jpeg(WidthPx, HeightPx), null, ImageFormat.Png, WidthPx, HeightPx));
        Assert.NotNull(ImageCheck.Fault(FakePictures.Png(WidthPx, HeightPx), null, ImageFormat.Jpeg, WidthPx, HeightPx));
    }

    [Fact]
    public void Fault_RefusesText() => Assert.NotNull(ImageCheck.Fault(
        Encoding.UTF8.GetBytes("<html></html>"), "image/png", ImageFormat.Png, WidthPx, HeightPx));

    [Theory]
    [InlineData(ImageFormat.Png)]
    [InlineData(ImageFormat.Jpeg)]
    public void Fault_NoticesEveryTruncation(ImageFormat format)
    {
        byte[] file = File(format);
        for (int length = 0; length < file.Length; length++)
            Assert.NotNull(ImageCheck.Fault(file.AsSpan(0, length), null, format, WidthPx, HeightPx));
    }

    [Fact]
    public void Fault_NoticesEveryChangedByte_OfAPng()
    {
        byte[] file = File(ImageFormat.Png);
        for (int i = 0; i < file.Length; i++)
        {
            file[i] ^= 0x10;
            Assert.NotNull(ImageCheck.Fault(file, null, ImageFormat.Png, WidthPx, HeightPx));
            file[i] ^= 0x10;
        }
    }

    [Theory]
    [InlineData(ImageFormat.Png)]
    [InlineData(ImageFormat.Jpeg)]
    public void Fault_SurvivesRandomBytes(ImageFormat format)
    {
        var random = new Random(1);
        byte[] file = File(format);
        for (int round = 0; round < 500; round++)
        {
            byte[] changed = [.. file];
            for (int i = 0; i < 10; i++) changed[random.Next(changed.Length)] = (byte)random.Next(256);
            _ = ImageCheck.Fault(changed, null, format, WidthPx, HeightPx);
        }
    }

    private static byte[] File(ImageFormat format) =>
        format == ImageFormat.Png ? FakePictures.Png(WidthPx, HeightPx) : FakePictures.Jpeg(WidthPx, HeightPx);
}
