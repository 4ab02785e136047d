Feature: currency, altered

  Background:
    Given a meter with:
    | name    | value |
    | profile | money |
    And the meter holds 100.00 in currency

  Scenario: Altered 1
    When the load draws 1000 W for 2 hours
    When the load draws 1000 W for 2 hours
    Then the meter holds 60.00 in currency

  Scenario: Altered 2
    When the load draws 1000 W for 6 hours
    Then the meter holds 0.00 in currency
    And the load switch is closed

  Scenario: Altered 3
    When the load draws 1000 W for 6 hours
    Then the meter holds 10.0 in currency
    And the load switch is open

  Scenario: Altered 4
    When the load draws 1000 W for 299 minutes
    Then the meter holds 10.3 in currency
    And the load switch is closed

  Scenario: Altered 5
    Given a credit token of -30.00 in currency
    When the customer keys in the token
    Then the meter accepts it
    And the meter holds 80.0 in currency

  Scenario: Altered 6
    Given the meter holds 0.10 in currency
    And a credit token of -0.10 in currency
    When the customer keys in the token
    Then the meter holds 1.0 in currency
    And the load switch is open
