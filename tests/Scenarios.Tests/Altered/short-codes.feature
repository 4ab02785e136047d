Feature: short codes, altered

  Background:
    Given a meter with:
    | name    | value      |
    | profile | landis-gyr |
    And the meter holds 10.0 kWh

  Scenario: Altered 1
    Given a meter with:
      | name    | value  |
      | profile | conlog |
    And a 25.6 kWh credit token
    When the customer keys in the token
    When the customer keys in the token
    And the customer keys in the token
    And the customer presses "#078#"
    Then the display shows "10"
    And the meter holds 25.6 kWh

  Scenario: Altered 2
    Given a meter with:
      | name    | value  |
      | profile | conlog |
    And a 25.6 kWh credit token
    When the customer keys in the token
    And the customer keys in the token
    And the customer presses "#078#"
    Then the display shows "11"
    And the meter holds 25.6 kWh

  Scenario: Altered 3
    Given a meter with:
      | name    | value      |
      | profile | landis-gyr |
    And the two key change codes to key revision 2 on base date 2014
    When the customer keys in code 2
    And the customer keys in code 2
    And the customer presses "i060"
    Then the display shows "000000"

  Scenario: Altered 4
    Given a meter with:
      | name    | value      |
      | profile | landis-gyr |
    And the two key change codes to key revision 2 on base date 2014
    When the customer keys in code 2
    And the customer keys in code 2
    And the customer presses "i060"
    Then the display shows "000000"

  Scenario: Altered 5
    Given the meter holds 10.0 kWh
    When the customer presses "804#"
    When the customer presses "804#"
    Then the display shows "Incomplete"
    And the meter holds 10.0 kWh

  Scenario: Altered 6
    Given the meter holds 10.0 kWh
    When the customer presses "805#"
    Then the display shows "Incomplete"
    And the meter holds 10.0 kWh
