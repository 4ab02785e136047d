@display
Feature: Test tokens of one maker
  Most test tokens work on every meter. A maker may print some that only its own meters answer.

  Rule: A test token of another maker is refused

    Scenario: The maker of this meter
      Given a meter with:
        | name         | value              |
        | meter number | 600727111111111153 |
      And the token for test 4 of maker 11
      When the customer keys in the token
      Then the meter accepts it
      And the display shows "1"

    Scenario: Another maker
      Given a meter with:
        | name         | value              |
        | meter number | 600727111111111153 |
      And the token for test 4 of maker 12
      When the customer keys in the token
      Then the meter refuses it

  Rule: A test nobody has is refused

    Scenario: Test 30
      Given the token for test 30
      When the customer keys in the token
      Then the meter refuses it
