package se.tillit.identity.account;

import static se.tillit.schema.identity.Tables.PASSKEY;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;
import se.tillit.schema.identity.tables.records.PasskeyRecord;

/// Passkeys in PostgreSQL, one row each; the user that a passkey names is the account's id.
@Component
class PasskeyStore implements UserCredentialRepository {

  private final DSLContext sql;

  PasskeyStore(DSLContext sql) {
    this.sql = sql;
  }

  static Bytes handleOf(UUID account) {
    return new Bytes(
        ByteBuffer.allocate(16)
            .putLong(account.getMostSignificantBits())
            .putLong(account.getLeastSignificantBits())
            .array());
  }

  static UUID accountOf(Bytes handle) {
    var bytes = ByteBuffer.wrap(handle.getBytes());
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  @Override
  public void delete(Bytes credentialId) {
    sql.deleteFrom(PASSKEY).where(PASSKEY.CREDENTIAL_ID.eq(credentialId.getBytes())).execute();
  }

  @Override
  public void save(CredentialRecord record) {
    var row = sql.newRecord(PASSKEY);
    row.setCredentialId(record.getCredentialId().getBytes());
    row.setAccountId(accountOf(record.getUserEntityUserId()));
    row.setLabel(record.getLabel());
    row.setPublicKey(record.getPublicKey().getBytes());
    row.setSignatureCount(record.getSignatureCount());
    row.setUserVerified(record.isUvInitialized());
    row.setTransports(
        record.getTransports().stream()
            .map(AuthenticatorTransport::getValue)
            .sorted()
            .collect(Collectors.joining(",")));
    row.setBackupEligible(record.isBackupEligible());
    row.setBackedUp(record.isBackupState());
    row.setAttestation(bytesOf(record.getAttestationObject()));
    row.setClientData(bytesOf(record.getAttestationClientDataJSON()));
    row.setCreatedAt(record.getCreated());
    row.setLastUsedAt(record.getLastUsed());
    sql.insertInto(PASSKEY)
        .set(row)
        .onConflict(PASSKEY.CREDENTIAL_ID)
        .doUpdate()
        .set(PASSKEY.SIGNATURE_COUNT, row.getSignatureCount())
        .set(PASSKEY.BACKED_UP, row.getBackedUp())
        .set(PASSKEY.USER_VERIFIED, row.getUserVerified())
        .set(PASSKEY.LAST_USED_AT, row.getLastUsedAt())
        .execute();
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
    return sql.selectFrom(PASSKEY)
        .where(PASSKEY.CREDENTIAL_ID.eq(credentialId.getBytes()))
        .fetchOne(PasskeyStore::credential);
  }

  @Override
  public List<CredentialRecord> findByUserId(Bytes handle) {
    return sql.selectFrom(PASSKEY)
        .where(PASSKEY.ACCOUNT_ID.eq(accountOf(handle)))
        .orderBy(PASSKEY.CREATED_AT)
        .fetch(PasskeyStore::credential);
  }

  private static CredentialRecord credential(PasskeyRecord row) {
    return ImmutableCredentialRecord.builder()
        .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
        .credentialId(new Bytes(row.getCredentialId()))
        .userEntityUserId(handleOf(row.getAccountId()))
        .publicKey(new ImmutablePublicKeyCose(row.getPublicKey()))
        .signatureCount(row.getSignatureCount())
        .uvInitialized(row.getUserVerified())
        .transports(transports(row.getTransports()))
        .backupEligible(row.getBackupEligible())
        .backupState(row.getBackedUp())
        .attestationObject(wrap(row.getAttestation()))
        .attestationClientDataJSON(wrap(row.getClientData()))
        .created(row.getCreatedAt())
        .lastUsed(row.getLastUsedAt())
        .label(row.getLabel())
        .build();
  }

  private static Set<AuthenticatorTransport> transports(String words) {
    return Arrays.stream(words.split(","))
        .filter(word -> !word.isEmpty())
        .map(AuthenticatorTransport::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static byte @Nullable [] bytesOf(@Nullable Bytes bytes) {
    return bytes == null ? null : bytes.getBytes();
  }

  private static Bytes wrap(byte @Nullable [] bytes) {
    return new Bytes(bytes == null ? new byte[0] : bytes);
  }
}
