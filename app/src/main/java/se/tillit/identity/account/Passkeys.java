package se.tillit.identity.account;

import static se.tillit.schema.identity.Tables.PASSKEY;

import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Unknown;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Passkeys (WebAuthn): something one has and is, in place of a password and its second factor.
@Component
public class Passkeys {

  private final DSLContext sql;
  private final AccountTrail trail;
  private final WebAuthnRelyingPartyOperations operations;
  private final JsonMapper json =
      JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

  Passkeys(
      DSLContext sql,
      Accounts accounts,
      AccountTrail trail,
      PasskeyStore store,
      @Value("${tillit.address}") String address) {
    this.sql = sql;
    this.trail = trail;
    var party =
        PublicKeyCredentialRpEntity.builder()
            .id(URI.create(address).getHost())
            .name("Tillit")
            .build();
    this.operations = operations(new Users(accounts), store, party, address);
  }

  /// A passkey stands in for a password and its second factor, so that its owner always shows
  /// herself to it: by finger, face or code.
  private static WebAuthnRelyingPartyOperations operations(
      Users users, PasskeyStore store, PublicKeyCredentialRpEntity party, String address) {
    var operations = new Webauthn4JRelyingPartyOperations(users, store, party, Set.of(address));
    operations.setCustomizeCreationOptions(options ->
        options.authenticatorSelection(
            AuthenticatorSelectionCriteria.builder()
                .userVerification(UserVerificationRequirement.REQUIRED)
                .residentKey(ResidentKeyRequirement.REQUIRED)
                .build()));
    operations.setCustomizeRequestOptions(
        options -> options.userVerification(UserVerificationRequirement.REQUIRED));
    return operations;
  }

  /// A passkey as its owner knows it.
  public record Passkey(String id, String label, Instant createdAt, Instant lastUsedAt) {}

  public List<Passkey> of(UUID account) {
    return sql.selectFrom(PASSKEY)
        .where(PASSKEY.ACCOUNT_ID.eq(account))
        .orderBy(PASSKEY.CREATED_AT)
        .fetch(row ->
            new Passkey(
                Base64.getUrlEncoder().withoutPadding().encodeToString(row.getCredentialId()),
                row.getLabel(),
                row.getCreatedAt(),
                row.getLastUsedAt()));
  }

  public PublicKeyCredentialCreationOptions wanted(Authentication who) {
    return operations.createPublicKeyCredentialCreationOptions(
        new ImmutablePublicKeyCredentialCreationOptionsRequest(who));
  }

  public PublicKeyCredentialRequestOptions challenge(@Nullable Authentication who) {
    return operations.createCredentialRequestOptions(
        new ImmutablePublicKeyCredentialRequestOptionsRequest(who));
  }

  public String toJson(Object options) {
    return json.writeValueAsString(options);
  }

  @Transactional
  public void add(
      UUID account, PublicKeyCredentialCreationOptions options, String label, String answer) {
    if (label.isBlank()) {
      throw new Refused("identity.passkey.label-missing").at("label");
    }
    PublicKeyCredential<AuthenticatorAttestationResponse> credential =
        json.readValue(answer, new TypeReference<>() {});
    var key = new RelyingPartyPublicKey(credential, label.strip());
    operations.registerCredential(new ImmutableRelyingPartyRegistrationRequest(options, key));
    trail.record(account, "identity.passkey-added");
  }

  /// The account whose passkey answered the challenge rightly.
  @Transactional
  public Optional<UUID> prove(PublicKeyCredentialRequestOptions options, String answer) {
    PublicKeyCredential<AuthenticatorAssertionResponse> credential =
        json.readValue(answer, new TypeReference<>() {});
    var user = operations.authenticate(new RelyingPartyAuthenticationRequest(options, credential));
    return Optional.ofNullable(user).map(it -> PasskeyStore.accountOf(it.getId()));
  }

  @Transactional
  public void remove(UUID account, String id) {
    int removed =
        sql.deleteFrom(PASSKEY)
            .where(PASSKEY.ACCOUNT_ID.eq(account))
            .and(PASSKEY.CREDENTIAL_ID.eq(Bytes.fromBase64(id).getBytes()))
            .execute();
    if (removed == 0) {
      throw new Unknown("passkey", id);
    }
    trail.record(account, "identity.passkey-removed");
  }

  /// Accounts as WebAuthn's users; the principal's name is the account's id.
  private record Users(Accounts accounts) implements PublicKeyCredentialUserEntityRepository {

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
      return accounts.byId(PasskeyStore.accountOf(handle)).map(Users::user).orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String account) {
      return accounts.byId(UUID.fromString(account)).map(Users::user).orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity user) {
      throw new IllegalStateException("an account is there before its passkeys");
    }

    @Override
    public void delete(Bytes handle) {
      throw new IllegalStateException("an account is never deleted through its passkeys");
    }

    private static PublicKeyCredentialUserEntity user(Accounts.Account account) {
      return ImmutablePublicKeyCredentialUserEntity.builder()
          .id(PasskeyStore.handleOf(account.id()))
          .name(account.login())
          .displayName(account.name())
          .build();
    }
  }
}
