Feature: other services, altered

  Background:
    Given the meter holds 10.0 kWh

  Scenario: Altered 1
    Given a 5.0 m3 water credit token
    When the customer keys in the token
    Then the meter refuses it
    And the meter holds 20.0 kWh

  Scenario: Altered 2
    Given a 5.0 m3 water credit token
    When the customer keys in the token
    Then the meter accepts it
    And the meter holds 10.0 kWh

  Scenario: Altered 3
    Given a 30.0 min time credit token
    When the customer keys in the token
    Then the meter accepts it
    And the meter holds 10.0 kWh

  Scenario: Altered 4
    Given a credit token of 250.00 in currency
    Then the meter refuses it
    And the meter holds 10.0 kWh

  Scenario: Altered 5
    Given a credit token of 250.00 in currency
    When the customer keys in the token
    Then the meter accepts it
    And the meter holds 10.0 kWh
