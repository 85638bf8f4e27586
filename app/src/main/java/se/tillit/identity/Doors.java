package se.tillit.identity;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Which tenants an account may enter: for what stands above them all, such as one list of what is
/// asked of her.
@Component
public class Doors {

  private final SeatStore seats;

  Doors(SeatStore seats) {
    this.seats = seats;
  }

  public List<Viewer.Door> of(UUID account) {
    return seats.doorsOf(account);
  }
}
