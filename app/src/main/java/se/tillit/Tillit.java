package se.tillit;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/// The application. `./tillit serve` starts it here.
@Modulithic(systemName = "Tillit")
@SpringBootApplication
public class Tillit {

  public static void main(String[] arguments) {
    SpringApplication.run(Tillit.class, arguments);
  }
}
