package io.keentill.revkeen;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The API endpoint that a client method calls: upper-case method, one space, and the path below the base URL with its
 * placeholders as the API reference names them, such as {@code POST /orders/{id}/cancel}. Every method that calls one
 * has it; the coverage table is made from them.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Endpoint {

    /** Method and path. */
    String value();
}
