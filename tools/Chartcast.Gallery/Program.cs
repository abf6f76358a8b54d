using Chartcast.Gallery;

if (args is not [var data, var target])
{
    Console.Error.WriteLine("Usage: Chartcast.Gallery <folder of price files> <folder of the gallery>");
    return 2;
}

PriceFiles prices = await PriceFiles.ReadAsync(data);
GalleryFamily[] families =
[
    .. StudyPictures.Create(prices), StylePictures.Create(prices), ScalePictures.Create(prices),
    DrawingPictures.Create(prices), FlagPictures.Create(prices), ThemePictures.Create(prices),
];
long bytes = GalleryWriter.Write(target, families);
Console.WriteLine($"{families.Sum(family => family.Pictures.Count)} pictures, {bytes:N0} bytes.");
return 0;
