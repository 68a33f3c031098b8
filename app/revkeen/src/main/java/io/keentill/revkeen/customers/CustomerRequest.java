package io.keentill.revkeen.customers;

import io.keentill.revkeen.json.Body;
import io.keentill.revkeen.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /customers}, written in camelCase.
 *
 * @param email unique per merchant
 * @param name of the person
 * @param phone free form
 * @param companyName of the firm
 * @param addressLine1 street
 * @param addressLine2 more street
 * @param city town
 * @param state region
 * @param postalCode post code
 * @param country country
 * @param metadata free
 * @param customFields free
 */
public record CustomerRequest(
        String email,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String companyName,
        @Nullable String addressLine1,
        @Nullable String addressLine2,
        @Nullable String city,
        @Nullable String state,
        @Nullable String postalCode,
        @Nullable String country,
        Map<String, Object> metadata,
        Map<String, Object> customFields) {

    /** Takes copies of the collections. */
    public CustomerRequest {
        metadata = Json.freeze(metadata);
        customFields = Json.freeze(customFields);
    }

    /** With what is required; everything else as the API defaults it. */
    public static CustomerRequest of(String email) {
        return new CustomerRequest(email, null, null, null, null, null, null, null, null, null, Map.of(), Map.of());
    }

    /** The same with name: of the person. */
    public CustomerRequest withName(String value) {
        return new CustomerRequest(
                email,
                value,
                phone,
                companyName,
                addressLine1,
                addressLine2,
                city,
                state,
                postalCode,
                country,
                metadata,
                customFields);
    }

    /** The same with phone: free form. */
    public CustomerRequest withPhone(String value) {
        return new CustomerRequest(
                email,
                name,
                value,
                companyName,
                addressLine1,
                addressLine2,
                city,
                state,
                postalCode,
                country,
                metadata,
                customFields);
    }

    /** The same with companyName: of the firm. */
    public CustomerRequest withCompanyName(String value) {
        return new CustomerRequest(
                email,
                name,
                phone,
                value,
                addressLine1,
                addressLine2,
                city,
                state,
                postalCode,
                country,
                metadata,
                customFields);
    }

    /** The same with addressLine1: street. */
    public CustomerRequest withAddressLine1(String value) {
        return new CustomerRequest(
                email,
                name,
                phone,
                companyName,
                value,
                addressLine2,
                city,
                state,
                postalCode,
                country,
                metadata,
                customFields);
    }

    /** The same with addressLine2: more street. */
    public CustomerRequest withAddressLine2(String value) {
        return new CustomerRequest(
                email,
                name,
                phone,
                companyName,
                addressLine1,
                value,
                city,
                state,
                postalCode,
                country,
                metadata,
                customFields);
    }

    /** The same with city: town. */
    public CustomerRequest withCity(String value) {
        return new CustomerRequest(
                email,
                name,
                phone,
                companyName,
                addressLine1,
                addressLine2,
                value,
                state,
                postalCode,
                country,
                metadata,
                customFields);
    }

    /** The same with state: region. */
    public CustomerRequest withState(String value) {
        return new CustomerRequest(
                email,
                name,
                phone,
                companyName,
                addressLine1,
                addressLine2,
                city,
                value,
                postalCode,
                country,
                metadata,
                customFields);
    }

    /** The same with postalCode: post code. */
    public CustomerRequest withPostalCode(String value) {
        return new CustomerRequest(
                email,
                name,
                phone,
                companyName,
                addressLine1,
                addressLine2,
                city,
                state,
                value,
                country,
                metadata,
                customFields);
    }

    /** The same with country: country. */
    public CustomerRequest withCountry(String value) {
        return new CustomerRequest(
                email,
                name,
                phone,
                companyName,
                addressLine1,
                addressLine2,
                city,
                state,
                postalCode,
                value,
                metadata,
                customFields);
    }

    /** The same with metadata: free. */
    public CustomerRequest withMetadata(Map<String, Object> value) {
        return new CustomerRequest(
                email,
                name,
                phone,
                companyName,
                addressLine1,
                addressLine2,
                city,
                state,
                postalCode,
                country,
                value,
                customFields);
    }

    /** The same with customFields: free. */
    public CustomerRequest withCustomFields(Map<String, Object> value) {
        return new CustomerRequest(
                email,
                name,
                phone,
                companyName,
                addressLine1,
                addressLine2,
                city,
                state,
                postalCode,
                country,
                metadata,
                value);
    }

    Body body() {
        return new Body()
                .put("email", email)
                .put("name", name)
                .put("phone", phone)
                .put("companyName", companyName)
                .put("addressLine1", addressLine1)
                .put("addressLine2", addressLine2)
                .put("city", city)
                .put("state", state)
                .put("postalCode", postalCode)
                .put("country", country)
                .putMap("metadata", metadata)
                .putMap("customFields", customFields);
    }
}
