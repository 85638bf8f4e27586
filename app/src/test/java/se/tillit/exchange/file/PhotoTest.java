package se.tillit.exchange.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import se.tillit.kernel.Refused;

class PhotoTest {

  @Test
  void takesThePlaceOutOfAJpegAndKeepsThePhotoAndItsTurn() throws IOException {
    byte[] plain = picture("jpg");
    byte[] placed = withExif(plain);
    Photo photo = Photo.cleaned(new SentFile("bild.jpg", placed));
    assertThat(photo.told()).isTrue();
    assertThat(text(photo.content())).doesNotContain("PLATSEN");
    assertThat(ImageIO.read(new ByteArrayInputStream(photo.content())).getWidth()).isEqualTo(8);
    // The turn stands in the only entry left.
    assertThat(photo.content()[2 + 2 + 2 + 6 + 8 + 2 + 9]).isEqualTo((byte) 6);
    assertThat(Photo.cleaned(new SentFile("bild.jpg", plain)).told()).isFalse();
  }

  @Test
  void dropsWhatIsHungAfterTheEndOfAJpeg() throws IOException {
    byte[] plain = picture("jpg");
    byte[] longer = Arrays.copyOf(plain, plain.length + 7);
    System.arraycopy("PLATSEN".getBytes(StandardCharsets.US_ASCII), 0, longer, plain.length, 7);
    Photo photo = Photo.cleaned(new SentFile("bild.jpg", longer));
    assertThat(text(photo.content())).doesNotContain("PLATSEN");
  }

  @Test
  void refusesWhatCannotBeReadAndWhatHidesItsPlace() throws IOException {
    byte[] torn = Arrays.copyOf(picture("jpg"), 60);
    byte[] png = picture("png");
    png[20] ^= 1;
    byte[] heic = "....ftypheic....".getBytes(StandardCharsets.US_ASCII);
    assertRefused("bild.jpg", torn, "exchange.file.unreadable");
    assertRefused("bild.png", png, "exchange.file.unreadable");
    assertRefused("bild.png", new byte[] {1, 2, 3}, "exchange.file.unreadable");
    assertRefused("bild.heic", heic, "exchange.file.heic");
    assertThat(Photo.cleaned(new SentFile("bild.png", picture("png"))).told()).isFalse();
  }

  @Test
  void knowsTheMarkingsFromEverydayWords() {
    assertThat(Markings.in("Märkt begränsat hemlig")).contains("begränsat hemlig");
    assertThat(Markings.in("KVALIFICERAT\n HEMLIG")).isPresent();
    assertThat(Markings.in("stämplat HEMLIG i hörnet")).contains("HEMLIG");
    assertThat(Markings.in("säkerhetsskyddsklass konfidentiell")).isPresent();
    assertThat(Markings.in("ett konfidentiellt samtal om hemlig telefon")).isEmpty();
    assertThat(Markings.in("HEMLIGHETSFULL")).isEmpty();
  }

  private static void assertRefused(String name, byte[] content, String key) {
    assertThatThrownBy(() -> Photo.cleaned(new SentFile(name, content)))
        .isInstanceOfSatisfying(Refused.class, it -> assertThat(it.messageKey()).isEqualTo(key));
  }

  private static byte[] picture(String format) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, out);
    return out.toByteArray();
  }

  /// Exif with a turn and a pointer to where the photo was taken.
  private static byte[] withExif(byte[] plain) {
    ByteBuffer exif = ByteBuffer.allocate(10 + 8 + 2 + 24 + 4 + 7);
    exif.putShort((short) 0xffe1).putShort((short) (exif.capacity() - 2));
    exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    exif.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 2);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) 6);
    exif.putShort((short) 0);
    exif.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(38).putInt(0);
    exif.put("PLATSEN".getBytes(StandardCharsets.US_ASCII));
    var out = new ByteArrayOutputStream();
    out.write(plain, 0, 2);
    out.writeBytes(exif.array());
    out.write(plain, 2, plain.length - 2);
    return out.toByteArray();
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.ISO_8859_1);
  }
}
