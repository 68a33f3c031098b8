package io.keentill.revkeen.customers;

import io.keentill.revkeen.json.Body;
import io.keentill.revkeen.json.Json;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code PUT /customers/external/{source}/{id}}, written in snake_case.
 *
 * @param email unique per merchant
 * @param name of the person
 * @param phone free form
 * @param addressLine1 street
 * @param addressLine2 more street
 * @param city town
 * @param state region
 * @param postalCode post code
 * @param country country
 * @param taxId tax number
 * @param taxIdCountry two letters
 * @param notes free
 * @param metadata free
 * @param customFields free
 * @param externalUpdatedAt an older one than stored is ignored
 */
public record CustomerUpsert(
        String email,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String addressLine1,
        @Nullable String addressLine2,
        @Nullable String city,
        @Nullable String state,
        @Nullable String postalCode,
        @Nullable String country,
        @Nullable String taxId,
        @Nullable String taxIdCountry,
        @Nullable String notes,
        Map<String, Object> metadata,
        Map<String, Object> customFields,
        @Nullable Instant externalUpdatedAt) {

    /** Takes copies of the collections. */
    public CustomerUpsert {
        metadata = Json.freeze(metadata);
        customFields = Json.freeze(customFields);
    }

    /** With what is required; everything else as the API defaults it. */
    public static CustomerUpsert of(String email) {
        return new CustomerUpsert(
                email, null, null, null, null, null, null, null, null, null, null, null, Map.of(), Map.of(), null);
    }

    /** The same with name: of the person. */
    public CustomerUpsert withName(String value) {
        return new CustomerUpsert(
                email,
                value,
                phone,
                addressLine1,
                addressLine2,
                city,
                state,
                postalCode,
                country,
                taxId,
                taxIdCountry,
                notes,
                metadata,
                customFields,
                externalUpdatedAt);
    }

    /** The same with phone: free form. */
    public CustomerUpsert withPhone(String value) {
        return new CustomerUpsert(
                email,
                name,
                value,
                addressLine1,
                addressLine2,
                city,
                state,
                postalCode,
                country,
                taxId,
                taxIdCountry,
                notes,
                metadata,
                customFields,
                externalUpdatedAt);
    }

    /** The same with addressLine1: street. */
    public CustomerUpsert withAddressLine1(String value) {
        return new CustomerUpsert(
                email,
                name,
                phone,
                value,
                addressLine2,
                city,
                state,
                postalCode,
                country,
                taxId,
                taxIdCountry,
                notes,
                metadata,
                customFields,
                externalUpdatedAt);
    }

    /** The same with addressLine2: more street. */
    public CustomerUpsert withAddressLine2(String value) {
        return new CustomerUpsert(
                email,
                name,
                phone,
                addressLine1,
                value,
                city,
                state,
                postalCode,
                country,
                taxId,
                taxIdCountry,
                notes,
                metadata,
                customFields,
                externalUpdatedAt);
    }

    /** The same with city: town. */
    public CustomerUpsert withCity(String value) {
        return new CustomerUpsert(
                email,
                name,
                phone,
                addressLine1,
                addressLine2,
                value,
                state,
                postalCode,
                country,
                taxId,
                taxIdCountry,
                notes,
                metadata,
                customFields,
                externalUpdatedAt);
    }

    /** The same with state: region. */
    public CustomerUpsert withState(String value) {
        return new CustomerUpsert(
                email,
                name,
                phone,
                addressLine1,
                addressLine2,
                city,
                value,
                postalCode,
                country,
                taxId,
                taxIdCountry,
                notes,
                metadata,
                customFields,
                externalUpdatedAt);
    }

    /** The same with postalCode: post code. */
    public CustomerUpsert withPostalCode(String value) {
        return new CustomerUpsert(
                email,
                name,
                phone,
                addressLine1,
                addressLine2,
                city,
                state,
                value,
                country,
                taxId,
                taxIdCountry,
                notes,
                metadata,
                customFields,
                externalUpdatedAt);
    }

    /** The same with country: country. */
    public CustomerUpsert withCountry(String value) {
        return new CustomerUpsert(
                email,
                name,
                phone,
                addressLine1,
                addressLine2,
                city,
                state,
                postalCode,
                value,
                taxId,
                taxIdCountry,
                notes,
                metadata,
                customFields,
                externalUpdatedAt);
    }

    /** The same with taxId: tax number. */
    public CustomerUpsert withTaxId(String value) {
        return new CustomerUpsert(
                email,
                name,
                phone,
                addressLine1,
                addressLine2,
                city,
                state,
                postalCode,
                country,
                value,
                taxIdCountry,
                notes,
                metadata,
                customFields,
                externalUpdatedAt);
    }

    /** The same with taxIdCountry: two letters. */
    public CustomerUpsert withTaxIdCountry(String value) {
        return new CustomerUpsert(
                email,
                name,
                phone,
                addressLine1,
                addressLine2,
                city,
                state,
                postalCode,
                country,
                taxId,
                value,
                notes,
                metadata,
                customFields,
                externalUpdatedAt);
    }

    /** The same with notes: free. */
    public CustomerUpsert withNotes(String value) {
        return new CustomerUpsert(
                email,
                name,
                phone,
                addressLine1,
                addressLine2,
                city,
                state,
                postalCode,
                country,
                taxId,
                taxIdCountry,
                value,
                metadata,
                customFields,
                externalUpdatedAt);
    }

    /** The same with metadata: free. */
    public CustomerUpsert withMetadata(Map<String, Object> value) {
        return new CustomerUpsert(
                email,
                name,
                phone,
                addressLine1,
                addressLine2,
                city,
                state,
                postalCode,
                country,
                taxId,
                taxIdCountry,
                notes,
                value,
                customFields,
                externalUpdatedAt);
    }

    /** The same with customFields: free. */
    public CustomerUpsert withCustomFields(Map<String, Object> value) {
        return new CustomerUpsert(
                email,
                name,
                phone,
                addressLine1,
                addressLine2,
                city,
                state,
                postalCode,
                country,
                taxId,
                taxIdCountry,
                notes,
                metadata,
                value,
                externalUpdatedAt);
    }

    /** The same with externalUpdatedAt: an older one than stored is ignored. */
    public CustomerUpsert withExternalUpdatedAt(Instant value) {
        return new CustomerUpsert(
                email,
                name,
                phone,
                addressLine1,
                addressLine2,
                city,
                state,
                postalCode,
                country,
                taxId,
                taxIdCountry,
                notes,
                metadata,
                customFields,
                value);
    }

    Body body() {
        return new Body()
                .put("email", email)
                .put("name", name)
                .put("phone", phone)
                .put("address_line1", addressLine1)
                .put("address_line2", addressLine2)
                .put("city", city)
                .put("state", state)
                .put("postal_code", postalCode)
                .put("country", country)
                .put("tax_id", taxId)
                .put("tax_id_country", taxIdCountry)
                .put("notes", notes)
                .putMap("metadata", metadata)
                .putMap("custom_fields", customFields)
                .put("external_updated_at", externalUpdatedAt);
    }
}
