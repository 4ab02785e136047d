Feature: smaller memory, altered

  Background:
    Given a meter with:
    | name    | value |
    | profile | clou  |

  Scenario: Altered 1
    Given a 25.6 kWh credit token "drawer"
    When the customer buys and keys in 19 tokens of 1.0 kWh
    And the customer keys in token "drawer"
    And the customer keys in token "drawer"
    Then the meter accepts it
    And the meter holds 44.6 kWh

  Scenario: Altered 2
    Given a 25.6 kWh credit token "drawer"
    When the customer buys and keys in 19 tokens of 1.0 kWh
    When the customer buys and keys in 19 tokens of 1.0 kWh
    And the customer keys in token "drawer"
    Then the meter accepts it
    And the meter holds 44.6 kWh

  Scenario Outline: Altered 3
    Given a meter with:
      | name    | value     |
      | profile | <profile> |
    And a 25.6 kWh credit token "drawer"
    When the customer buys and keys in 48 tokens of 1.0 kWh
    And the customer keys in token "drawer"
    And the customer keys in token "drawer"
    Then the meter accepts it
    And the meter holds 73.6 kWh

    Examples:
      | profile    |
      | kplc-ciu   |
      | landis-gyr |
      | conlog     |
